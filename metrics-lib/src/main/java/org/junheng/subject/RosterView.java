package org.junheng.subject;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schools that a subject has in one year, each once, in the order of their codes. */
public record RosterView(SubjectType subjectType, int year, List<Listed> schools) {

    /** A school on the roster: whether it is officially a quality school (null = not said) and its pupils in the stage looked at. */
    public record Listed(
            String school,
            @Nullable Boolean quality,
            @Nullable Double pupils) {}

    public RosterView {
        schools = schools.stream().sorted(Comparator.comparing(Listed::school)).toList();
    }
}
