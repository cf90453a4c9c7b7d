package org.junheng.jobs.simulate;

import java.util.List;

/**
 * A pupil of the cohort.
 *
 * @param number 0, 1, 2 ... in the province
 * @param primary serial of the school in which the prior exam was sat
 * @param prior marks by subject in grade 6
 * @param outcome marks by subject in grade 9
 */
record DrawnPupil(long number, boolean boy, int primary, List<Mark> prior, List<Mark> outcome) {
    String sex() {
        return boy ? "M" : "F";
    }
}
