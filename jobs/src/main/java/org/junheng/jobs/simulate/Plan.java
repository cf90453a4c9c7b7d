package org.junheng.jobs.simulate;

import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;

/**
 * How large a province is drawn.
 *
 * @param schools institutions of all types, kindergartens and teaching points among them
 * @param counties counties that share the schools evenly, at least three in each: two primary schools and a junior
 * @param years school years delivered; the prior exam of the cohort is three years before its outcome, so at least four
 * @param pupils pupils of the one cohort whose scores are delivered (rows of pupils.csv); each sits two exams in two subjects, so pupil_scores
 *     has about four rows per pupil
 * @param seed every byte written follows from it and the other components
 * @param firstYear first school year
 */
public record Plan(int schools, int counties, int years, long pupils, long seed, int firstYear) {
    private static final int LAST_YEAR = 2024;
    private static final int FEWEST_IN_A_COUNTY = 3;

    public Plan {
        within("schools", schools, 40, 800_000);
        within("counties", counties, 1, Math.min(Geography.MOST, schools / FEWEST_IN_A_COUNTY));
        within("years", years, 4, 30);
        within("pupils", pupils, 1, 1_000_000_000L);
        within("firstYear", firstYear, 1950, 2150);
    }

    /** A plan that ends with the school year 2024, with about fifty schools in each county. */
    public static Plan of(int schools, int years, long pupils, long seed) {
        return new Plan(schools, usualCounties(schools), years, pupils, seed, LAST_YEAR + 1 - years);
    }

    public Plan withSeed(long other) {
        return new Plan(schools, counties, years, pupils, other, firstYear);
    }

    public Plan withCounties(int other) {
        return new Plan(schools, other, years, pupils, seed, firstYear);
    }

    /** Whether the schools alone say how many counties there are. */
    boolean hasUsualCounties() {
        return counties == usualCounties(schools);
    }

    private static int usualCounties(int schools) {
        return Math.min(Math.max(1, Math.round(schools / (float) Layout.BLOCK)), Geography.USUAL);
    }

    /** Year of the outcome exam (grade 9). */
    public int lastYear() {
        return firstYear + years - 1;
    }

    /** Year of the prior exam (grade 6). */
    public int priorYear() {
        return lastYear() - 3;
    }

    private static void within(String what, long value, long low, long high) {
        if (value < low || value > high) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    "simulate:" + what + " = " + value + " 不在允许范围 " + low + " 至 " + high + " 内。请改用该范围内的数。",
                    "simulate: " + what + " = " + value + " is outside " + low + " to " + high
                            + ". Give a number in that range.");
        }
    }
}
