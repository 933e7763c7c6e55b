package io.latchkey.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class BenchCommandTest {

    private final StringWriter out = new StringWriter();
    private final CommandLine command = new CommandLine(new BenchCommand())
            .setErr(new PrintWriter(out, true))
            .setOut(new PrintWriter(out, true));

    @Test
    void quickAndGrowthAreTwoRuns() {
        assertThat(command.execute("--quick", "--growth")).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("--quick").contains("--growth").contains("are mutually exclusive");
    }

    @Test
    void theProcessOfNoDatabaseIsRefused() {
        assertThat(command.execute("--mongodb-pid", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("Missing required argument").contains("--mongodb=URI");
    }

    @Test
    void everyOptionIsExplained() {
        assertThat(command.execute("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("--quick", "--growth", "--mongodb=URI", "--mongodb-pid=PID");
    }
}
