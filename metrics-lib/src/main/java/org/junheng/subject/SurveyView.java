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
     * @param points sum of the answers, very satisfied 4 .. very dissatisfied 0
     * @param squares sum of their squares
     * @param pupils pupils of the school
     * @param sheets what single answers of this group say beyond counts; only for all items together
     */
    public record Tally(
            String school,
            @Nullable Long satisfied,
            @Nullable Long answered,
            @Nullable Long issued,
            @Nullable Long points,
            @Nullable Long squares,
            @Nullable Double pupils,
            @Nullable AnswerSheets sheets) {

        /** Counts only. */
        public Tally(String school, @Nullable Long satisfied, @Nullable Long answered, @Nullable Long issued) {
            this(school, satisfied, answered, issued, null, null, null, null);
        }
    }

    public SurveyView {
        schools = schools.stream().sorted(Comparator.comparing(Tally::school)).toList();
    }

    /** Whether the view is of a group as a whole ({@code survey:PARENT}), not of one of its items. */
    public boolean isOfGroup() {
        return facet.indexOf(':') == facet.lastIndexOf(':');
    }
}
