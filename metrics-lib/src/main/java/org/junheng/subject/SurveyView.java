package org.junheng.subject;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers that the schools of a subject brought in one year to one item, or to all items together. */
public record SurveyView(SubjectType subjectType, String facet, int year, List<Tally> schools) {

    /**
     * The answers of one school.
     *
     * @param satisfied very satisfied and satisfied
     * @param answered all answers; null when a count is not reported
     * @param issued questionnaires issued; null when not reported
     */
    public record Tally(
            String school,
            @Nullable Long satisfied,
            @Nullable Long answered,
            @Nullable Long issued) {}

    public SurveyView {
        schools = schools.stream().sorted(Comparator.comparing(Tally::school)).toList();
    }
}
