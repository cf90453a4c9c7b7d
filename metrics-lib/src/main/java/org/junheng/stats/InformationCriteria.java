package org.junheng.stats;

/** Criteria that weigh the fit of a model against its parameters (Akaike 1974; Schwarz 1978). */
final class InformationCriteria {
    private InformationCriteria() {}

    static double aic(double minusTwoLogLikelihood, int parameters) {
        return minusTwoLogLikelihood + 2 * parameters;
    }

    static double bic(double minusTwoLogLikelihood, int parameters, long units) {
        return minusTwoLogLikelihood + parameters * Math.log(units);
    }
}
