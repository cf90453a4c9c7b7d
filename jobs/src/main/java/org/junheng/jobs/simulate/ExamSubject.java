package org.junheng.jobs.simulate;

import java.util.Locale;

/** The two subjects examined in grades 6 and 9, each with its own truth. */
public enum ExamSubject {
    CHINESE(0, 72),
    MATH(1, 70);

    private static final PupilModel OF_CHINESE = new PupilModel(19.2, 0.90, -1.5, 3.5, 7.0);
    private static final PupilModel OF_MATH = new PupilModel(10.5, 1.05, 0.5, 4.5, 8.5);

    private final int place;
    private final double priorMean;

    ExamSubject(int place, double priorMean) {
        this.place = place;
        this.priorMean = priorMean;
    }

    /** How an outcome in this subject comes about. */
    public PupilModel model() {
        return switch (this) {
            case CHINESE -> OF_CHINESE;
            case MATH -> OF_MATH;
        };
    }

    /** Its place in every list of two. */
    int place() {
        return place;
    }

    /** Mean of the prior exam in a county of average wealth. */
    double priorMean() {
        return priorMean;
    }

    /** The word in the tables. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
