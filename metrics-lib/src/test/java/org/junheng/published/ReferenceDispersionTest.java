package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.Gini;
import org.junheng.gap.InequalityPart;
import org.junheng.gap.MeanLevel;
import org.junheng.gap.MeanLogDeviation;
import org.junheng.gap.PercentileRatio;
import org.junheng.gap.StandardDeviation;
import org.junheng.gap.Theil;
import org.junheng.metric.Interval;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stats.Dispersion;
import org.junheng.stats.ExactMoments;
import org.junheng.stats.Quantiles;
import org.junheng.stats.StandardisedDifference;
import org.junheng.stats.Weighted;
import org.junheng.stats.Welch;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/**
 * The inequality family of 420 districts and of each of their counties (the GPL data set CASchools) in R 4.2.2, kept beside the project; and six made-up
 * schools in exact rationals.
 */
class ReferenceDispersionTest {
    private static final String DISTRICTS = "reference/cases/c1_caschools_inequality";
    private static final String TINY = "reference/cases/c0_tiny_exact";
    private static final double RELATIVE = 1e-11;
    /**
     * The reference subtracts numbers of about 1 in doubles, so what is nearly 0 has an error of this size there: theil_L_w of the scores of Trinity is
     * 1.26169178005e-7 in decimals of 50 digits, as here, and 1.26169178110e-7 in the reference.
     */
    private static final double OF_DOUBLES = 1e-15;

    private record District(String county, boolean elementary, double value, double students) {}

    @Test
    void equalsTheWholeFamilyOverAllDistricts() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(DISTRICTS + "/expected.json"));
        Tally tally = new Tally("c1 overall");
        for (String indicator : List.of("score", "teachers_per_100", "computers_per_100", "expenditure", "income")) {
            List<District> all = districts(indicator);
            String at = "indicators." + indicator + ".";
            family(all).forEach((name, value) -> {
                String path = at + "overall." + name;
                tally.holds(path, expected.get(path), value, RELATIVE, OF_DOUBLES);
            });
            parts(tally, expected, at + "decomposition_by_county.", all);
            theil(tally, expected, at + "decomposition_by_county.", all);
        }
        tally.allHold(5 * (34 + 7 + 6));
    }

    @Test
    void equalsTheWholeFamilyInEveryCounty() throws IOException {
        Tally tally = new Tally("c1 counties");
        for (CSVRecord row : PublishedRows.of(Given.shared(DISTRICTS + "/by_county.csv"))) {
            String at = row.get("indicator") + " " + row.get("county") + " ";
            family(districts(row.get("indicator")).stream()
                            .filter(d -> d.county().equals(row.get("county")))
                            .toList())
                    .forEach((name, value) -> tally.holds(at + name, row.get(name), value, RELATIVE, OF_DOUBLES));
        }
        tally.allHold(34
                * PublishedRows.of(Given.shared(DISTRICTS + "/by_county.csv")).size());
    }

    @Test
    void equalsTheStandardisedDifferenceOfEffectsize() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(DISTRICTS + "/expected.json"));
        List<District> all = districts("score");
        double[] first = scores(all, true);
        double[] second = scores(all, false);
        StandardisedDifference gap = StandardisedDifference.of(first, second);
        Welch welch = Welch.of(first, second);
        Interval normal = gap.normal(0.95);
        Interval exact = gap.noncentral(0.95);
        SortedMap<String, Double> got = new TreeMap<>();
        got.put("n1", (double) gap.first());
        got.put("n2", (double) gap.second());
        got.put("sd_pooled", gap.pooledDeviation());
        got.put("cohen_d", gap.d());
        got.put("mean1", ExactMoments.of(first).mean());
        got.put("mean2", ExactMoments.of(second).mean());
        got.put("J_exact", StandardisedDifference.correction(gap.degrees()));
        got.put("J_approx", StandardisedDifference.approximateCorrection(gap.degrees()));
        got.put("hedges_g_approx", StandardisedDifference.approximateCorrection(gap.degrees()) * gap.d());
        got.put("glass_delta_sd2", StandardisedDifference.glass(first, second));
        got.put("welch.statistic.t", welch.t());
        got.put("welch.parameter.df", welch.degrees());
        got.put("welch.p.value", welch.pValue());
        got.put("welch.conf.int.0", welch.interval(0.95).low());
        got.put("welch.conf.int.1", welch.interval(0.95).high());
        got.put("hedges_g", gap.g());
        got.put("var_d_normal", gap.variance());
        got.put("g_ci95_normal.0", normal.low());
        got.put("g_ci95_normal.1", normal.high());
        got.put("t", gap.t());
        got.put("p_two_sided", gap.pValue());
        got.put("d_ci95_noncentral_t.0", exact.low());
        got.put("d_ci95_noncentral_t.1", exact.high());
        Tally tally = new Tally("c1 gap");
        assertEquals(
                List.of(),
                expected.keySet().stream()
                        .filter(key -> key.startsWith("gap_KK06_vs_KK08_score.")
                                && !got.containsKey(key.substring("gap_KK06_vs_KK08_score.".length())))
                        .toList());
        got.forEach((name, value) -> {
            double relative = name.startsWith("d_ci95") ? 1e-9 : RELATIVE;
            tally.holds(name, expected.get("gap_KK06_vs_KK08_score." + name), value, relative, 0);
        });
        tally.allHold(23);
    }

    @Test
    void equalsTheUnweightedMeasuresOfSixSchools() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(TINY + "/expected.json"));
        Tally tally = new Tally("c0");
        for (String indicator : List.of(
                "teachers_high_degree",
                "teachers_backbone",
                "pe_art_teachers",
                "teaching_area_m2",
                "sports_area_m2",
                "equipment_value_yuan",
                "multimedia_rooms")) {
            List<SchoolFigure> alike = new ArrayList<>();
            List<SchoolFigure> weighted = new ArrayList<>();
            List<Weighted> figures = new ArrayList<>();
            for (CSVRecord row : PublishedRows.of(Given.shared(TINY + "/data.csv"))) {
                double amount = number(row, indicator);
                double pupils = number(row, "pupils");
                alike.add(Given.quotient(row.get("school"), amount, pupils, 1));
                weighted.add(SchoolFigure.perPupil(row.get("school"), amount, pupils));
                figures.add(new Weighted(amount / pupils, pupils));
            }
            Dispersion dispersion = new Dispersion(figures);
            SortedMap<String, Double> got = new TreeMap<>();
            got.put("mean_weighted", value(new MeanLevel(), weighted));
            got.put("S", value(new StandardDeviation(), weighted));
            got.put("CV_policy", value(new CoefficientOfVariation(), weighted));
            got.put("gini_weighted", value(new Gini(), weighted));
            got.put("CV_unweighted_n", value(new CoefficientOfVariation(), alike));
            got.put("CV_unweighted_n1", dispersion.sampleCoefficientOfVariation());
            got.put("range_ratio", dispersion.rangeRatio());
            got.forEach((name, v) -> tally.holds(
                    indicator + " " + name, expected.get("indicators." + indicator + "." + name), v, 1e-14, 0));
        }
        tally.allHold(49);
    }

    private static SortedMap<String, Double> family(List<District> districts) {
        List<Weighted> figures = districts.stream()
                .map(d -> new Weighted(d.value(), d.students()))
                .toList();
        List<SchoolFigure> weighted = schools(districts, District::students);
        List<SchoolFigure> alike = schools(districts, d -> 1.0);
        double[] plain = districts.stream().mapToDouble(District::value).toArray();
        Dispersion dispersion = new Dispersion(figures);
        double n = plain.length;
        SortedMap<String, Double> got = new TreeMap<>();
        got.put("n", n);
        got.put("sum_w", districts.stream().mapToDouble(District::students).sum());
        got.put("mean_w", value(new MeanLevel(), weighted));
        got.put("sd_w_pop", value(new StandardDeviation(), weighted));
        got.put("cv_policy", value(new CoefficientOfVariation(), weighted));
        got.put("mean", value(new MeanLevel(), alike));
        got.put("cv_n", value(new CoefficientOfVariation(), alike));
        got.put("cv_n1", dispersion.sampleCoefficientOfVariation());
        got.put("gini", value(new Gini(), alike));
        got.put("gini_corrected", value(new Gini(), alike) * n / (n - 1));
        got.put("gini_w", value(new Gini(), weighted));
        got.put("theil_T", value(new Theil(), alike));
        got.put("theil_T_w", value(new Theil(), weighted));
        got.put("theil_L", value(new MeanLogDeviation(), alike));
        got.put("theil_L_w", value(new MeanLogDeviation(), weighted));
        got.put("ge2_w", dispersion.entropyOfOrderTwo());
        got.put("atkinson_0.5", new Dispersion(alike(figures)).atkinson(0.5));
        got.put("atkinson_0.5_w", dispersion.atkinson(0.5));
        got.put("atkinson_1_w", dispersion.atkinson(1));
        got.put("atkinson_2_w", dispersion.atkinson(2));
        got.put("hoover_w", dispersion.hoover());
        got.put("p10_type7", Quantiles.interpolated(plain, 0.1));
        got.put("p90_type7", Quantiles.interpolated(plain, 0.9));
        got.put("p90_p10_type7", Quantiles.interpolated(plain, 0.9) / Quantiles.interpolated(plain, 0.1));
        got.put("p10_w", Quantiles.firstReaching(figures, 0.1));
        got.put("p50_w", Quantiles.firstReaching(figures, 0.5));
        got.put("p90_w", Quantiles.firstReaching(figures, 0.9));
        got.put("p90_p10_w", value(new PercentileRatio(), weighted));
        got.put("range_ratio", dispersion.rangeRatio());
        got.put("range", dispersion.range());
        got.put("federal_range_ratio_type7", dispersion.federalRangeRatio());
        got.put("mcloone", dispersion.mcLoone());
        got.put("mcloone_w", dispersion.weightedMcLoone());
        got.put("verstegen", dispersion.verstegen());
        return got;
    }

    private static void parts(Tally tally, Map<String, String> expected, String at, List<District> all) {
        SortedMap<String, List<Weighted>> counties = new TreeMap<>();
        all.forEach(d -> counties.computeIfAbsent(d.county(), c -> new ArrayList<>())
                .add(new Weighted(d.value(), d.students())));
        List<Weighted> whole = counties.values().stream().flatMap(List::stream).toList();
        List<List<Weighted>> groups = List.copyOf(counties.values());
        double between = Dispersion.varianceBetween(groups);
        double within = Dispersion.varianceWithin(groups);
        double mean = Weighted.moments(whole).mean().doubleValue();
        double variance = Weighted.moments(whole).variance().doubleValue();
        tally.holds(at + "variance", expected.get(at + "variance.total"), variance, RELATIVE, 0);
        tally.holds(at + "variance", expected.get(at + "variance.between"), between, RELATIVE, 0);
        tally.holds(at + "variance", expected.get(at + "variance.within"), within, RELATIVE, 0);
        double scale = 2 * mean * mean;
        tally.holds(
                at + "ge2",
                expected.get(at + "ge2.total"),
                new Dispersion(whole).entropyOfOrderTwo(),
                RELATIVE,
                OF_DOUBLES);
        tally.holds(at + "ge2", expected.get(at + "ge2.between"), between / scale, RELATIVE, OF_DOUBLES);
        tally.holds(at + "ge2", expected.get(at + "ge2.within"), within / scale, RELATIVE, OF_DOUBLES);
    }

    /** Theil's T and L, whole and in parts, and the number of counties. */
    private static void theil(Tally tally, Map<String, String> expected, String at, List<District> all) {
        List<SchoolFigure> schools = new ArrayList<>();
        for (District d : all) {
            schools.add(Given.inCounty(Given.school("d" + schools.size(), d.value(), d.students()), d.county()));
        }
        tally.holds(at + "groups", expected.get(at + "groups"), counties(all), 0, 0);
        for (InequalityPart.Index index : InequalityPart.Index.values()) {
            String of = at + (index == InequalityPart.Index.THEIL ? "theil_T" : "theil_L");
            double between = value(new InequalityPart(index, InequalityPart.Part.BETWEEN, Grouping.COUNTY), schools);
            double within = value(new InequalityPart(index, InequalityPart.Part.WITHIN, Grouping.COUNTY), schools);
            tally.holds(of + ".between", expected.get(of + ".between"), between, RELATIVE, OF_DOUBLES);
            tally.holds(of + ".within", expected.get(of + ".within"), within, RELATIVE, OF_DOUBLES);
            tally.holds(of + ".total", expected.get(of + ".total"), between + within, RELATIVE, OF_DOUBLES);
        }
    }

    private static long counties(List<District> all) {
        return all.stream().map(District::county).distinct().count();
    }

    private static List<Weighted> alike(List<Weighted> figures) {
        return figures.stream().map(w -> new Weighted(w.figure(), 1)).toList();
    }

    private static double value(Metric<SchoolsView> metric, List<SchoolFigure> schools) {
        Outcome outcome = metric.of(Given.view(SubjectType.PROVINCE, Given.YEAR, schools));
        return ((Value) outcome).value();
    }

    private static List<SchoolFigure> schools(List<District> districts, Function<District, Double> weight) {
        List<SchoolFigure> schools = new ArrayList<>();
        for (District d : districts) {
            schools.add(Given.school("d" + schools.size(), d.value(), weight.apply(d)));
        }
        return schools;
    }

    private static double[] scores(List<District> districts, boolean elementary) {
        return districts.stream()
                .filter(d -> d.elementary() == elementary)
                .mapToDouble(District::value)
                .toArray();
    }

    private static List<District> districts(String indicator) throws IOException {
        List<District> districts = new ArrayList<>();
        for (CSVRecord row : PublishedRows.of(Given.shared(DISTRICTS + "/data.csv"))) {
            double value = number(row, indicator);
            if (value > 0) {
                districts.add(new District(
                        row.get("county"), row.get("grades").equals("KK-06"), value, number(row, "students")));
            }
        }
        return districts;
    }
}
