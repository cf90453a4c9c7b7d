package org.junheng.subject;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.Decimals;
import org.junheng.stats.WeightedDecimals;

/** One school's figure in one facet and year, with what a comparison of schools needs to know of the school. */
public final class SchoolFigure {
    private final String school;
    private final @Nullable Double value;
    private final @Nullable Double weight;
    private final @Nullable Double spread;
    private final @Nullable Ratio ratio;
    private final @Nullable BigDecimal exact;
    private final Standing standing;
    private WeightedDecimals.@Nullable Term term;
    private double nearest = Double.NaN;

    /** {@code factor * numerator / denominator}. */
    public record Ratio(double factor, double numerator, double denominator) {
        public BigDecimal exact() {
            return Decimals.ratio(Decimals.of(factor).multiply(Decimals.of(numerator)), Decimals.of(denominator));
        }
    }

    private record Standing(
            @Nullable String county,
            @Nullable String cluster,
            @Nullable Role role,
            @Nullable UrbanRuralClass urbanRural,
            @Nullable Boolean quality) {}

    /**
     * A figure.
     *
     * @param value the figure; null = missing
     * @param weight its pupils; null or 0 = the school cannot be weighted
     * @param spread standard deviation (n - 1) of the pupils behind a mean score
     * @param ratio the parts of the figure where it is a quotient: then {@code value} is the rounded quotient and the parts are exact
     * @param cluster the cluster to which the school is attributed once, with its role there
     */
    public SchoolFigure(
            String school,
            @Nullable Double value,
            @Nullable Double weight,
            @Nullable Double spread,
            @Nullable Ratio ratio,
            @Nullable String county,
            @Nullable String cluster,
            @Nullable Role role,
            @Nullable UrbanRuralClass urbanRural,
            @Nullable Boolean quality) {
        this.school = school;
        this.value = value;
        this.weight = weight;
        this.spread = spread;
        this.ratio = ratio;
        this.exact = value == null ? null : ratio != null ? ratio.exact() : Decimals.of(value);
        this.standing = new Standing(county, cluster, role, urbanRural, quality);
    }

    /** A school of which nothing is known but an amount and the pupils who share it: the figure is {@code amount / pupils}, weighted by pupils. */
    public static SchoolFigure perPupil(String school, double amount, double pupils) {
        Ratio each = new Ratio(1, amount, pupils);
        double value = Decimals.nearest(each.exact());
        return new SchoolFigure(school, value, pupils, null, each, null, null, null, null, null);
    }

    private SchoolFigure(String school, SchoolFigure of) {
        this.school = school;
        this.value = of.value;
        this.weight = of.weight;
        this.spread = of.spread;
        this.ratio = of.ratio;
        this.exact = of.exact;
        this.standing = of.standing;
        this.term = of.term;
        this.nearest = of.nearest;
    }

    /** The same figure of a school that has another code. */
    SchoolFigure under(String code) {
        return code.equals(school) ? this : new SchoolFigure(code, this);
    }

    public String school() {
        return school;
    }

    public @Nullable Double value() {
        return value;
    }

    public @Nullable Double weight() {
        return weight;
    }

    public @Nullable Double spread() {
        return spread;
    }

    public @Nullable Ratio ratio() {
        return ratio;
    }

    public @Nullable String county() {
        return standing.county();
    }

    public @Nullable String cluster() {
        return standing.cluster();
    }

    public @Nullable Role role() {
        return standing.role();
    }

    public @Nullable UrbanRuralClass urbanRural() {
        return standing.urbanRural();
    }

    public @Nullable Boolean quality() {
        return standing.quality();
    }

    /** Whether the school takes part in a weighted comparison: a value and pupils are there. */
    public boolean isUsable() {
        return value != null && weight != null && weight > 0;
    }

    /**
     * The figure as the decimal that was delivered or as the quotient of the delivered decimals.
     *
     * @throws IllegalStateException when it is missing
     */
    public BigDecimal exact() {
        if (exact == null) {
            throw new IllegalStateException(school + " has no value");
        }
        return exact;
    }

    /**
     * The double nearest to the figure.
     *
     * @throws IllegalStateException when it is missing
     */
    public double nearest() {
        if (Double.isNaN(nearest)) {
            nearest = Decimals.nearest(exact());
        }
        return nearest;
    }

    /**
     * Its pupils as the decimal that was delivered.
     *
     * @throws IllegalStateException when they are not known
     */
    public BigDecimal exactWeight() {
        return term().weight();
    }

    /** The figure with its weight, for a comparison; only where it is usable. */
    WeightedDecimals.Term term() {
        if (term == null) {
            term = value == null
                    ? new WeightedDecimals.Term(exact(), Decimals.of(w()))
                    : new WeightedDecimals.Term(exact(), Decimals.of(w()), value);
        }
        return term;
    }

    /**
     * Its pupils.
     *
     * @throws IllegalStateException when they are not known
     */
    public double w() {
        if (weight == null) {
            throw new IllegalStateException(school + " has no weight");
        }
        return weight;
    }
}
