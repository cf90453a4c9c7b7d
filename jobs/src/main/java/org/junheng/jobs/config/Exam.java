package org.junheng.jobs.config;

/** An exam is a year and a grade; the subject is named beside it. */
public record Exam(int year, int grade) {
    public Exam {
        if (grade < 1 || grade > 12) {
            throw new IllegalArgumentException("grade " + grade + " is not one of 1..12");
        }
    }
}
