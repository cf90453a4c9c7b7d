package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junheng.metric.Interval;
import org.junheng.metric.Value;
import org.junheng.stats.Estimator;
import org.junheng.valueadded.Cohort;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junheng.valueadded.SchoolSums;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.Term;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provinces drawn with seeds 1, 2, 3 ... and fitted with the model that made them: what is published must be right over all of them. */
class DrawnProvincesTest {
    private static final PupilModel TRUTH = ExamSubject.MATH.model();

    /** The fit of one draw, and its schools with a value beside their true effects. */
    private record Draw(CohortFit fit, List<Estimate> schools) {
        double shareInside() {
            return schools.stream().filter(Estimate::holdsTruth).count() / (double) schools.size();
        }

        double correlation() {
            return new PearsonsCorrelation()
                    .correlation(all(Estimate::truth), all(e -> e.value().value()));
        }

        /** The correlation to be expected: with schools of different sizes the root of their mean reliability. */
        double rootOfReliability() {
            return Math.sqrt(schools.stream()
                    .mapToDouble(Estimate::reliability)
                    .average()
                    .orElseThrow());
        }

        double term(String name) {
            return fit.terms().stream()
                    .filter(term -> term.term().equals(name))
                    .mapToDouble(FittedTerm::estimate)
                    .findFirst()
                    .orElseThrow();
        }

        private double[] all(ToDoubleFunction<Estimate> number) {
            return schools.stream().mapToDouble(number).toArray();
        }
    }

    private record Estimate(double truth, Value value, double reliability) {
        boolean holdsTruth() {
            Interval published = value.interval();
            return published.low() <= truth && truth <= published.high();
        }
    }

    /** A quarter of the institutions have a grade 9: 26 schools of 38 pupils, 104 of 5, 104 of 38, 518 of 4. */
    @ParameterizedTest
    @CsvSource({"100, 1000", "400, 500", "400, 4000", "2000, 2200"})
    void intervalsHoldTheTruthAsOftenAsTheySay(int institutions, long pupils) {
        SummaryStatistics inside = new SummaryStatistics();
        SummaryStatistics correlation = new SummaryStatistics();
        SummaryStatistics expected = new SummaryStatistics();
        draws(200, Plan.of(institutions, 4, pupils, 1)).forEach(draw -> {
            inside.addValue(draw.shareInside());
            correlation.addValue(draw.correlation());
            expected.addValue(draw.rootOfReliability());
        });
        System.out.printf(
                Locale.ROOT,
                "%d institutions, %d pupils: inside %.4f (se %.4f), correlation %.4f, root of reliability %.4f%n",
                institutions,
                pupils,
                inside.getMean(),
                standardError(inside),
                correlation.getMean(),
                expected.getMean());
        assertEquals(0.95, inside.getMean(), 2 * standardError(inside));
        assertEquals(expected.getMean(), correlation.getMean(), 0.02);
    }

    @Tag("long")
    @Test
    void varianceComponentsHaveNoBias() {
        SummaryStatistics school = new SummaryStatistics();
        SummaryStatistics pupil = new SummaryStatistics();
        draws(2000, Plan.of(400, 4, 500, 1)).forEach(draw -> {
            school.addValue(draw.term("sigma2_school"));
            pupil.addValue(draw.term("sigma2_pupil"));
        });
        assertEquals(TRUTH.sigmaSchool() * TRUTH.sigmaSchool(), school.getMean(), 2 * standardError(school));
        assertEquals(TRUTH.sigmaPupil() * TRUTH.sigmaPupil(), pupil.getMean(), 2 * standardError(pupil));
    }

    private static List<Draw> draws(int seeds, Plan plan) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> draw(Province.draw(seed, plan)))
                .toList();
    }

    private static Draw draw(Province province) {
        SortedMap<String, Double> truth = province.schoolEffects(ExamSubject.MATH);
        CohortFit fit = new SchoolValueAdded().fit(cohort(province));
        return new Draw(
                fit,
                fit.effects().stream()
                        .filter(effect -> effect.outcome() instanceof Value)
                        .map(effect -> estimate(effect, truth))
                        .toList());
    }

    private static Estimate estimate(SchoolEffect effect, SortedMap<String, Double> truth) {
        return new Estimate(truth.get(effect.school()), (Value) effect.outcome(), effect.reliability());
    }

    /** The model that made the scores: prior score and sex. */
    private static Cohort cohort(Province province) {
        SortedMap<String, SchoolSums> schools = new TreeMap<>();
        province.pupils(ExamSubject.MATH).forEach(p -> schools.computeIfAbsent(p.schoolCode(), s -> new SchoolSums())
                .addOutcome()
                .addComplete(List.of(p.boy() ? "M" : "F"), p.outcome(), p.prior()));
        return new Cohort(
                Estimator.REML,
                List.of(new Term.PupilNumber("prior", 1), new Term.PupilText("sex", 0)),
                List.of(Cohort.Scale.NONE, Cohort.Scale.NONE),
                schools,
                0);
    }

    /** The draws are independent, the schools of one draw are not: their share counts once. */
    private static double standardError(SummaryStatistics draws) {
        return draws.getStandardDeviation() / Math.sqrt((double) draws.getN());
    }
}
