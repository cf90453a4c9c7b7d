package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.valueadded.CohortFit.FittedTerm;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/**
 * Value-added where there are no pupils' data: the residual of the least-squares regression of the schools' mean outcome on their mean prior
 * scores, each school weighted by its tested pupils.
 *
 * <p>Always of little evidence: pupils cannot be matched, and a school's own part cannot be told from chance, so there is neither standard
 * error, interval nor band. Absent with fewer schools than coefficients + 3, without a prior exam, or when prior means do not vary.
 *
 * <p>Source: policy specification, section 2.
 */
public final class SchoolMeansValueAdded {
    private static final Words CAUTION = new Words(
            "只有学校平均分,没有学生数据:未匹配学生,未用协变量,不给出误差和等级",
            "school means only, no pupils' data: pupils not matched, covariates not used, no error and no band");
    private static final int SPARE_SCHOOLS = 3;
    private static final double SINGULAR = 1e-6;

    private SchoolMeansValueAdded() {}

    /**
     * Fits the schools that have all means.
     *
     * @param priorTerms names of the prior exams in the table of the fit
     */
    public static CohortFit fit(List<String> priorTerms, List<SchoolMeans> schools) {
        List<SchoolMeans> sorted = schools.stream()
                .sorted(Comparator.comparing(SchoolMeans::school))
                .toList();
        int coefficients = priorTerms.size() + 1;
        if (priorTerms.isEmpty()) {
            return refused(sorted, new Words("没有学生数据,也没有基线考试", "neither pupils' data nor a prior exam"));
        }
        if (sorted.size() < coefficients + SPARE_SCHOOLS) {
            return refused(
                    sorted,
                    new Words(
                            "没有学生数据;两次考试都有平均分的学校只有" + sorted.size() + "所,至少需要" + (coefficients + SPARE_SCHOOLS) + "所",
                            "no pupils' data, and only " + sorted.size()
                                    + " schools have the means of both exams; at least "
                                    + (coefficients + SPARE_SCHOOLS) + " are needed"));
        }
        RealMatrix design = new Array2DRowRealMatrix(sorted.size(), coefficients);
        RealVector outcome = new ArrayRealVector(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            double root = Math.sqrt((double) sorted.get(i).tested());
            outcome.setEntry(i, root * sorted.get(i).outcome());
            design.setEntry(i, 0, root);
            for (int p = 1; p < coefficients; p++) {
                design.setEntry(i, p, root * sorted.get(i).priors().get(p - 1));
            }
        }
        DecompositionSolver solver = new QRDecomposition(design, SINGULAR).getSolver();
        return solver.isNonSingular()
                ? fitted(priorTerms, sorted, solver.solve(outcome))
                : refused(sorted, new Words("各校基线平均分没有差异", "the schools' prior means do not vary"));
    }

    private static CohortFit fitted(List<String> priorTerms, List<SchoolMeans> schools, RealVector coefficients) {
        List<SchoolEffect> effects = new ArrayList<>();
        for (SchoolMeans school : schools) {
            double expected = coefficients.getEntry(0);
            for (int p = 0; p < priorTerms.size(); p++) {
                expected += coefficients.getEntry(p + 1) * school.priors().get(p);
            }
            Value value = Value.of(school.outcome() - expected, Counts.ofPupils(school.tested()))
                    .withCaution(CAUTION);
            effects.add(new SchoolEffect(school.school(), value, null));
        }
        return new CohortFit(terms(priorTerms, schools, coefficients), effects, Words.NONE);
    }

    private static List<FittedTerm> terms(List<String> priorTerms, List<SchoolMeans> schools, RealVector coefficients) {
        long pupils = schools.stream().mapToLong(SchoolMeans::tested).sum();
        List<FittedTerm> terms = new ArrayList<>();
        terms.add(new FittedTerm("intercept", coefficients.getEntry(0), null, pupils, schools.size()));
        for (int p = 0; p < priorTerms.size(); p++) {
            terms.add(new FittedTerm(priorTerms.get(p), coefficients.getEntry(p + 1), null, pupils, schools.size()));
        }
        return terms;
    }

    private static CohortFit refused(List<SchoolMeans> schools, Words reason) {
        List<SchoolEffect> effects = schools.stream()
                .map(s -> new SchoolEffect(s.school(), new Absent(reason, Counts.ofPupils(s.tested())), null))
                .toList();
        return new CohortFit(List.of(), effects, reason);
    }
}
