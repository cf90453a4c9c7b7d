package org.junheng.jobs.simulate;

/**
 * The model that makes the outcome of a pupil, and that a value-added fit should find again:
 * {@code outcome = intercept + slope * prior + boys * [sex = M] + u_school + e}, u ~ N(0, sigmaSchool^2), e ~ N(0, sigmaPupil^2).
 */
public record PupilModel(double intercept, double slope, double boys, double sigmaSchool, double sigmaPupil) {
    /** What the model expects before the school and the pupil's own deviation. */
    public double expected(double prior, double shareOfBoys) {
        return intercept + slope * prior + boys * shareOfBoys;
    }

    /** Variance between schools as a share of what the prior score leaves. */
    public double icc() {
        double between = sigmaSchool * sigmaSchool;
        return between / (between + sigmaPupil * sigmaPupil);
    }
}
