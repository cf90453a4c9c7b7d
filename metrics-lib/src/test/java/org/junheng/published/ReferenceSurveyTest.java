package org.junheng.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Interval;
import org.junheng.survey.Estimate;
import org.junheng.survey.Jackknife;
import org.junheng.survey.SampledUnit;
import org.junheng.survey.SurveyDesign;
import org.junit.jupiter.api.Test;

/**
 * The California schools of R's survey 4.1.1 (GPL; they stay outside the project), drawn in strata and in districts: means, totals, ratios,
 * domains, design effects, intervals and jackknives, 1e-9 relative. Quantiles and regressions of the case are not computed by this project.
 */
class ReferenceSurveyTest {
    private static final double TOLERANCE = 1e-9;
    private static final List<String> OUT_OF_SCOPE = List.of("quantile.", "glm.", "residual_df");

    private final TreeSet<String> checked = new TreeSet<>();
    private Map<String, String> expected;
    private List<CSVRecord> rows;
    private SurveyDesign design;

    @Test
    void equalsTheSurveyPackage() throws IOException {
        Path folder = Path.of(System.getProperty("junheng.shared", "../../shared"))
                .resolve("reference/cases/d3_survey_strat_clus1");
        assumeTrue(Files.isDirectory(folder), "the shared reference data are not beside the project");
        expected = FlatJson.of(folder.resolve("expected.json"));
        rows = PublishedRows.of(folder.resolve("apistrat.csv"));
        design = SurveyDesign.of(
                rows.stream().map(r -> unit(r, r.get("stype"), r.get("cds"))).toList());
        linearised("strat");
        jackknife("strat_jkn");
        rows = PublishedRows.of(folder.resolve("apiclus1.csv"));
        design = SurveyDesign.of(
                rows.stream().map(r -> unit(r, "", r.get("dnum"))).toList());
        linearised("clus1");
        jackknife("clus1_jk1");
        List<String> left = expected.keySet().stream()
                .filter(path -> path.matches("(strat|clus1).*") && !checked.contains(path))
                .filter(path -> OUT_OF_SCOPE.stream().noneMatch(path::contains))
                .filter(path -> !path.matches(".*\\.(n|sum_weights|rows\\..*|cols\\..*|level\\..*)"))
                .toList();
        assertEquals(List.of(), left);
        assertEquals(100, checked.size(), () -> checked.size() + " numbers hold");
    }

    private static SampledUnit unit(CSVRecord row, String stratum, String cluster) {
        return new SampledUnit(stratum, cluster, number(row, "pw"), number(row, "fpc"));
    }

    private void linearised(String at) {
        equal(at + ".degf", design.degreesOfFreedom());
        List<String> means = List.of("api00", "api99", "enroll");
        for (int i = 0; i < means.size(); i++) {
            String name = means.get(i);
            Estimate mean = design.mean(column(name));
            equal(at + ".mean.est." + name, mean.value());
            equal(at + ".mean.se." + name, mean.se());
            equal(at + ".mean.deff." + name, design.designEffect(column(name)));
            ends(at + ".mean_ci95_t.values." + i, mean.student(0.95));
            ends(at + ".mean_ci95_normal.values." + i, mean.normal(0.95));
        }
        for (String name : List.of("enroll", "api.stu")) {
            estimate(at + ".total.est." + name, at + ".total.se." + name, design.total(column(name)));
        }
        estimate(at + ".ratio.est", at + ".ratio.se", design.ratio(column("api.stu"), column("enroll")));
        double[] change = numbers(r -> number(r, "api00") - number(r, "api99"));
        estimate(at + ".change.est.contrast", at + ".change.se.contrast", design.mean(change));
        for (String award : List.of("No", "Yes")) {
            double[] is = numbers(r -> r.get("awards").equals(award) ? 1 : 0);
            estimate(at + ".prop.est.awards" + award, at + ".prop.se.awards" + award, design.mean(is));
        }
        List<String> levels = List.of("E", "H", "M");
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            double[] in = numbers(r -> r.get("stype").equals(level) ? 1 : 0);
            double[] y = numbers(r -> r.get("stype").equals(level) ? number(r, "api00") : 0);
            estimate(at + ".by.est." + i, at + ".by.se." + i, design.ratio(y, in));
        }
        estimate(at + ".var.est", at + ".var.se", design.variance(column("api00")));
    }

    private void jackknife(String at) {
        int i = 0;
        for (String name : List.of("api00", "enroll")) {
            estimate(at + ".mean.est." + name, at + ".mean.se." + i++, jackknife(d -> d.mean(column(name))
                    .value()));
        }
        double[] enroll = column("enroll");
        estimate(at + ".total.est.enroll", at + ".total.se", jackknife(d -> d.total(enroll)
                .value()));
        double[] students = column("api.stu");
        estimate(at + ".ratio.est", at + ".ratio.se", jackknife(d -> d.ratio(students, enroll)
                .value()));
    }

    private Estimate jackknife(ToDoubleFunction<SurveyDesign> statistic) {
        return Jackknife.of(design, statistic);
    }

    private void estimate(String value, String se, Estimate found) {
        equal(value, found.value());
        equal(se, found.se());
    }

    private void ends(String path, Interval found) {
        equal(path + ".0", found.low());
        equal(path + ".1", found.high());
    }

    private void equal(String path, double found) {
        String text = expected.get(path);
        assertTrue(text != null, path);
        double should = Double.parseDouble(text);
        assertEquals(should, found, TOLERANCE * Math.abs(should), path);
        checked.add(path);
    }

    private double[] column(String name) {
        return numbers(r -> number(r, name));
    }

    private double[] numbers(Function<CSVRecord, ? extends Number> of) {
        List<Double> numbers = new ArrayList<>();
        rows.forEach(r -> numbers.add(of.apply(r).doubleValue()));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double number(CSVRecord row, String name) {
        return Double.parseDouble(row.get(name));
    }

    /** A sample of one cluster has no standard error, and says so. */
    @Test
    void refusesAStandardErrorWhereTheDesignGivesNone() {
        SurveyDesign lonely = SurveyDesign.of(List.of(SampledUnit.school("a", 1), SampledUnit.school("a", 1)));
        double[] y = {1, 0};
        Estimate mean = lonely.mean(y);
        assertEquals(0.5, mean.value());
        assertTrue(!mean.hasError(), () -> Arrays.toString(y) + " " + mean);
    }
}
