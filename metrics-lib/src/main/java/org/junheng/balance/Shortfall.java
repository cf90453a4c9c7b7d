package org.junheng.balance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Rule;
import org.junheng.stats.Decimals;

/**
 * What the schools of a county lack to reach a resource standard (缺口): teachers, m2, yuan or rooms.
 *
 * <p>{@code sum(max(0, standard - level) * pupils / per)} over the schools of a stage, {@code per} = 100 for standards per 100 pupils, else 1. A
 * surplus of one school does not fill the gap of another.
 *
 * <p>Absent when no school could be assessed; schools without data are left out and counted in the reason.
 *
 * <p>Source: 教督〔2017〕6号 (the standards); the sum is this project's.
 *
 * <p>Clause: national-2017:R1-R7.
 */
public record Shortfall() implements Composite<List<Optional<BigDecimal>>> {
    @Override
    public Definition definition() {
        return new Definition(
                "resource.shortfall",
                new Words("资源缺口", "shortfall against the standard"),
                "sum(max(0, standard - level) * pupils / per), per = 100 for standards per 100 pupils, else 1",
                "1",
                "as facet",
                Better.LOWER,
                List.of("national-2017:R1-R7"),
                List.of("staff.pupil_count"),
                new Words(
                        "未能评价的学校不计入,并说明数量",
                        "schools that could not be assessed are left out and counted in the reason"),
                "hand example");
    }

    /** What one school lacks; empty when its level is not known. */
    public static Optional<BigDecimal> of(Rule rule, Resource resource, Outcome level) {
        BigDecimal standard = rule.standard();
        Long pupils = level.counts().pupils();
        if (!(level instanceof Value value) || standard == null || pupils == null) {
            return Optional.empty();
        }
        BigDecimal lacking = standard.subtract(exact(resource, value)).max(BigDecimal.ZERO);
        return Optional.of(lacking.multiply(BigDecimal.valueOf(pupils))
                .divide(BigDecimal.valueOf(resource.perPupils()), Decimals.DIGITS));
    }

    /** The level as the quotient of the delivered decimals, so that what is lacking is not blurred by its last digit. */
    private static BigDecimal exact(Resource resource, Value level) {
        Double numerator = level.numerator();
        Double denominator = level.denominator();
        if (numerator == null || denominator == null) {
            return Decimals.of(level.value());
        }
        BigDecimal amount = Decimals.of(resource.factor()).multiply(Decimals.of(numerator));
        return Decimals.ratio(amount, Decimals.of(denominator));
    }

    @Override
    public Outcome of(List<Optional<BigDecimal>> schools) {
        BigDecimal sum = BigDecimal.ZERO;
        int known = 0;
        for (Optional<BigDecimal> school : schools) {
            if (school.isPresent()) {
                sum = sum.add(school.get());
                known++;
            }
        }
        int unknown = schools.size() - known;
        Words missing = new Words(unknown + "所学校数据缺失,未计入", unknown + " schools lack data and are left out");
        Counts counts = Counts.ofSchools(known);
        if (known == 0) {
            return new Absent(missing, counts);
        }
        Outcome total = Outcome.nearest(sum, counts);
        return unknown > 0 && total instanceof Value value ? value.withCaution(missing) : total;
    }
}
