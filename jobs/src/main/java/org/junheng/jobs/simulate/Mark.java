package org.junheng.jobs.simulate;

/**
 * A pupil's result in one exam.
 *
 * @param hundredths the score in hundredths of a point; 0 unless the pupil sat
 */
record Mark(Presence presence, long hundredths) {
    /** Whether there is a score, and if not, how the delivery shows it. */
    enum Presence {
        SAT,
        EMPTY,
        MINUS_ONE,
        NO_ROW
    }

    boolean sat() {
        return presence == Presence.SAT;
    }

    double score() {
        return hundredths / 100.0;
    }
}
