package io.latchkey.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** What the operating system says that a process has used. */
public final class Usage {

    private static final String RESIDENT = "VmRSS:";
    private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compiler");
    private static final int USER_TICKS = 11;

    /** Of Linux, on every machine. */
    private static final Duration TICK = Duration.ofMillis(10);

    private Usage() {}

    /** Of all its threads since it started, in user and system mode; of those that have ended, too. */
    public static Duration processor(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Of its compilers' threads since it started, which last as long as their JVM; zero where the system has no /proc. */
    public static Duration compilers(long pid) {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.map(Usage::stat)
                    .filter(stat -> COMPILER.matcher(stat).find())
                    .map(Usage::processor)
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    /** Nothing of a thread that has ended meanwhile. */
    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException e) {
            return "";
        }
    }

    /** See proc_pid_stat(5): the name in brackets, the state, and as the 14th and 15th field the ticks in user and system mode. */
    private static Duration processor(String stat) {
        var afterName = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return TICK.multipliedBy(Long.parseLong(afterName[USER_TICKS]) + Long.parseLong(afterName[USER_TICKS + 1]));
    }

    /** Bytes in memory, shared ones included; 0 where the system has no /proc. */
    public static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> 1024
                            * Long.parseLong(line.substring(RESIDENT.length())
                                    .replace("kB", "")
                                    .strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
