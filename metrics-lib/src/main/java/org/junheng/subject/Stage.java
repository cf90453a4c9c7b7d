package org.junheng.subject;

/** Stage of schooling (学段). */
public enum Stage {
    PRIMARY,
    JUNIOR,
    SENIOR,
    KINDERGARTEN;

    /**
     * The stage of a grade: 1-6 primary, 7-9 junior, 10-12 senior.
     *
     * @throws IllegalArgumentException for a grade outside 1..12
     */
    public static Stage ofGrade(int grade) {
        if (grade < 1 || grade > 12) {
            throw new IllegalArgumentException("grade " + grade + " is not one of 1..12");
        }
        return grade <= 6 ? PRIMARY : grade <= 9 ? JUNIOR : SENIOR;
    }
}
