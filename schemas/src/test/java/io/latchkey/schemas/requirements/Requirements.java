package io.latchkey.schemas.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code docs/requirements.md}: sections of requirements, each with the promises in it; itself the only one where none is listed. */
record Requirements(List<Section> sections) {
    private static final Pattern REQUIREMENT = Pattern.compile("### (SPEC-\\S+).*");
    private static final Pattern PROMISE = Pattern.compile("- `(SPEC-[^`]+)` .+");

    record Section(String title, List<Requirement> requirements) {
        List<String> promises() {
            return requirements.stream()
                    .flatMap(requirement -> requirement.promises().stream())
                    .toList();
        }
    }

    record Requirement(String id, List<String> listed) {
        List<String> promises() {
            return listed.isEmpty() ? List.of(id) : listed;
        }
    }

    static Requirements read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    static Requirements of(List<String> lines) {
        var sections = new ArrayList<Section>();
        for (var line : lines) {
            var requirement = REQUIREMENT.matcher(line);
            var promise = PROMISE.matcher(line);
            if (line.startsWith("## ")) {
                sections.add(new Section(line.substring(3), new ArrayList<>()));
            } else if (requirement.matches()) {
                sections.getLast().requirements().add(new Requirement(requirement.group(1), new ArrayList<>()));
            } else if (promise.matches()) {
                sections.getLast().requirements().getLast().listed().add(promise.group(1));
            }
        }
        return new Requirements(sections.stream()
                .filter(section -> !section.requirements().isEmpty())
                .toList());
    }

    /** What tests are to show, in the order of the document. */
    List<String> promises() {
        return sections.stream().flatMap(section -> section.promises().stream()).toList();
    }
}
