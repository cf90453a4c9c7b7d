package org.junheng.valueadded;

import java.util.List;

/**
 * What is known of a school without its pupils: its mean in the outcome exam, its means in the prior exams.
 *
 * @param tested pupils who sat the outcome exam
 */
public record SchoolMeans(String school, long tested, double outcome, List<Double> priors) {
    public SchoolMeans {
        priors = List.copyOf(priors);
        if (tested < 1) {
            throw new IllegalArgumentException("nobody was tested in a school with a mean");
        }
    }
}
