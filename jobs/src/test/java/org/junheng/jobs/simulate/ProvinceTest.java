package org.junheng.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junheng.subject.ClusterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvinceTest {
    private static final Plan SMALL = Plan.of(200, 4, 1500, 1);
    private static final int SEEDS = 60;

    @Test
    void theSeedDecidesEverything() {
        assertEquals(
                Province.draw(5, SMALL).pupils(ExamSubject.MATH).toList(),
                Province.draw(5, SMALL).pupils(ExamSubject.MATH).toList());
        assertNotEquals(
                Province.draw(5, SMALL).schoolEffects(ExamSubject.MATH),
                Province.draw(6, SMALL).schoolEffects(ExamSubject.MATH));
    }

    @Test
    void everyPupilOfThePlanIsInExactlyOneSchool() {
        Province province = Province.draw(3, SMALL);
        List<Long> numbers = province.graduating()
                .flatMap(s -> province.cohort().of(s))
                .map(DrawnPupil::number)
                .toList();
        assertEquals(1500, numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            assertEquals(i, numbers.get(i));
        }
    }

    @Test
    void theCohortLeftAPrimarySchoolOfItsCountyThatWasOpen() {
        Province province = Province.draw(3, SMALL);
        province.graduating().forEach(school -> province.cohort().of(school).forEach(pupil -> {
            DrawnSchool primary = province.schools().get(pupil.primary());
            assertEquals(school.county(), primary.county());
            assertTrue(primary.sits(6) && primary.existsIn(SMALL.priorYear()), primary::toString);
        }));
    }

    /** The deviations left by the true model, its own school effects included, are noise of the stated size. */
    @ParameterizedTest
    @EnumSource(ExamSubject.class)
    void outcomesFollowTheStatedModel(ExamSubject subject) {
        SummaryStatistics noise = new SummaryStatistics();
        SummaryStatistics squares = new SummaryStatistics();
        SummaryStatistics withPrior = new SummaryStatistics();
        PupilModel model = subject.model();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Province province = Province.draw(seed, SMALL);
            SortedMap<String, Double> effects = province.schoolEffects(subject);
            province.pupils(subject).forEach(p -> {
                double e = p.outcome() - model.expected(p.prior(), p.boy() ? 1 : 0) - effects.get(p.schoolCode());
                noise.addValue(e);
                squares.addValue(e * e);
                withPrior.addValue(e * (p.prior() - subject.priorMean()));
            });
        }
        assertTrue(noise.getN() > SEEDS * 1400);
        assertEquals(0, noise.getMean(), 4 * standardError(noise));
        assertEquals(model.sigmaPupil() * model.sigmaPupil(), squares.getMean(), 4 * standardError(squares));
        assertEquals(0, withPrior.getMean(), 4 * standardError(withPrior));
    }

    /** Moment estimates (analysis of variance with unequal groups) know only pupils and schools, not the effects drawn. */
    @ParameterizedTest
    @EnumSource(ExamSubject.class)
    void varianceComponentsAreFoundAgainByMoments(ExamSubject subject) {
        SummaryStatistics between = new SummaryStatistics();
        SummaryStatistics within = new SummaryStatistics();
        for (int seed = 1; seed <= SEEDS; seed++) {
            double[] components = moments(Province.draw(seed, SMALL), subject);
            between.addValue(components[0]);
            within.addValue(components[1]);
        }
        PupilModel model = subject.model();
        assertEquals(model.sigmaSchool() * model.sigmaSchool(), between.getMean(), 4 * standardError(between));
        assertEquals(model.sigmaPupil() * model.sigmaPupil(), within.getMean(), 4 * standardError(within));
    }

    private static double[] moments(Province province, ExamSubject subject) {
        Map<String, List<Double>> schools = new TreeMap<>();
        province.pupils(subject).forEach(p -> schools.computeIfAbsent(p.schoolCode(), s -> new ArrayList<>())
                .add(p.outcome() - subject.model().expected(p.prior(), p.boy() ? 1 : 0)));
        SummaryStatistics all = new SummaryStatistics();
        schools.values().forEach(list -> list.forEach(all::addValue));
        double inside = 0;
        double among = 0;
        double squaredSizes = 0;
        for (List<Double> residuals : schools.values()) {
            SummaryStatistics school = new SummaryStatistics();
            residuals.forEach(school::addValue);
            inside += school.getN() * school.getPopulationVariance();
            among += school.getN() * Math.pow(school.getMean() - all.getMean(), 2);
            squaredSizes += (double) school.getN() * school.getN();
        }
        double within = inside / (all.getN() - schools.size());
        double size = (all.getN() - squaredSizes / all.getN()) / (schools.size() - 1);
        return new double[] {(among / (schools.size() - 1) - within) / size, within};
    }

    @ParameterizedTest
    @EnumSource(ExamSubject.class)
    void schoolEffectsAreNormalAndSayNothingAboutTheIntake(ExamSubject subject) {
        SummaryStatistics effects = new SummaryStatistics();
        SummaryStatistics squares = new SummaryStatistics();
        SummaryStatistics withIntake = new SummaryStatistics();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Province province = Province.draw(seed, SMALL);
            province.graduating().forEach(school -> {
                double u = province.quality().atExam(school, 9, subject);
                effects.addValue(u);
                squares.addValue(u * u);
                withIntake.addValue(u * province.quality().intake(school));
            });
        }
        double sigma = subject.model().sigmaSchool();
        assertEquals(0, effects.getMean(), 4 * standardError(effects));
        assertEquals(sigma * sigma, squares.getMean(), 4 * standardError(squares));
        assertEquals(0, withIntake.getMean(), 4 * standardError(withIntake));
    }

    /** The true means of joiners against schools that never join, as a difference of differences, give the stated effect. */
    @Test
    void joiningLiftsTheTrueMeansByTheStatedEffect() {
        SummaryStatistics error = new SummaryStatistics();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Province province = Province.draw(seed, SMALL);
            int first = SMALL.firstYear();
            List<DrawnSchool> schools = province.schools().stream()
                    .filter(s -> s.sits(6) && s.existsIn(first))
                    .toList();
            double drift = schools.stream()
                    .filter(s -> !province.join().everJoins(s))
                    .mapToDouble(s -> change(province, s, first))
                    .average()
                    .orElseThrow();
            schools.stream()
                    .filter(s -> province.join().everJoins(s) && province.join().of(s, first) == 0)
                    .forEach(s -> error.addValue(
                            change(province, s, first) - drift - province.join().of(s, first + 2)));
        }
        assertTrue(error.getN() > SEEDS * 10);
        assertEquals(0, error.getMean(), 4 * standardError(error) + 0.05);
    }

    private static double change(Province province, DrawnSchool school, int first) {
        return province.quality().mean(school, 6, ExamSubject.MATH, first + 2)
                - province.quality().mean(school, 6, ExamSubject.MATH, first);
    }

    @Test
    void theEffectOfJoiningStartsAtTheFirstExamAsAMemberAndDistrictsHaveNone() {
        for (DrawnCluster cluster : Province.draw(1, SMALL).clusters()) {
            assertEquals(0, JoinEffect.of(cluster.type(), -1));
            double atOnce = JoinEffect.of(cluster.type(), 0);
            assertTrue(cluster.type() == ClusterType.SCHOOL_DISTRICT ? atOnce == 0 : atOnce > 0);
        }
    }

    private static double standardError(SummaryStatistics sample) {
        return sample.getStandardDeviation() / Math.sqrt((double) sample.getN());
    }
}
