package org.junheng.valueadded;

import java.util.Map;

/** A covariate of a value-added model, besides the intercept. */
public sealed interface Term {
    /** The name in the published table; a text covariate appends {@code =<value>}. */
    String name();

    /** A number of the pupil: position {@code at} among the numbers, where 0 is the outcome. */
    record PupilNumber(String name, int at) implements Term {}

    /** A text of the pupil: position {@code at} among the texts. */
    record PupilText(String name, int at) implements Term {}

    /** The mean of a pupil's number over the pupils of the school in the model. */
    record MeanOfNumber(String name, int at) implements Term {}

    /** The share of each value of a pupil's text among the pupils of the school in the model. */
    record MeanOfText(String name, int at) implements Term {}

    /** A number of the school; a school without it is not in the model. */
    record SchoolNumber(String name, Map<String, Double> bySchool) implements Term {
        public SchoolNumber {
            bySchool = Map.copyOf(bySchool);
        }
    }

    /** A text of the school; a school without it is not in the model. */
    record SchoolText(String name, Map<String, String> bySchool) implements Term {
        public SchoolText {
            bySchool = Map.copyOf(bySchool);
        }
    }

    /**
     * Whether a pupil lacks a number (1) or has it (0): the pupil is kept, with the mean of those who have it in its place. It is no term where
     * nobody lacks the number, or where just those lack it who lack an earlier one.
     *
     * @param of position of the number, which is 0 where it is missing
     * @param at position of the 1 or 0
     */
    record Missing(String name, int of, int at) implements Term {}
}
