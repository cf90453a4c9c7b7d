package org.junheng.published;

import static org.junheng.published.PublishedRows.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junheng.Given;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.gap.Comparison;
import org.junheng.gap.Gini;
import org.junheng.gap.HedgesG;
import org.junheng.gap.InequalityPart;
import org.junheng.gap.MeanLevel;
import org.junheng.gap.MeanLogDeviation;
import org.junheng.gap.PercentileRatio;
import org.junheng.gap.StandardDeviation;
import org.junheng.gap.Theil;
import org.junheng.metric.Metric;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two independent computations, kept beside the project: six made-up schools in exact rationals, and 420 districts of 45 counties (the GPL data
 * set CASchools) in R 4.2.2 with ineq, dineq and effectsize.
 */
class ReferenceInequalityTest {
    private static final String TINY = "reference/cases/c0_tiny_exact";
    private static final String DISTRICTS = "reference/cases/c1_caschools_inequality";
    private static final double EXACT = 1e-14;
    private static final double DOUBLE = 1e-11;
    /** A sum of logarithms of about 1 cannot be nearer than this in doubles, as the reference has it; ours of Trinity is exact to 16 digits. */
    private static final double OF_LOGARITHMS = 5e-16;

    private static final SortedMap<String, Metric<SchoolsView>> MEASURES = new TreeMap<>(Map.of(
            "mean_w", new MeanLevel(),
            "sd_w_pop", new StandardDeviation(),
            "cv_policy", new CoefficientOfVariation(),
            "gini_w", new Gini(),
            "theil_T_w", new Theil(),
            "theil_L_w", new MeanLogDeviation(),
            "p90_p10_w", new PercentileRatio()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "teachers_high_degree",
                "teachers_backbone",
                "pe_art_teachers",
                "teaching_area_m2",
                "sports_area_m2",
                "equipment_value_yuan",
                "multimedia_rooms"
            })
    void equalsTheExactRationalsOfSixSchools(String indicator) throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(TINY + "/expected.json"));
        List<SchoolFigure> schools = new ArrayList<>();
        for (CSVRecord row : PublishedRows.of(Given.shared(TINY + "/data.csv"))) {
            schools.add(SchoolFigure.perPupil(row.get("school"), number(row, indicator), number(row, "pupils")));
        }
        SchoolsView county = Given.view(SubjectType.COUNTY, Given.YEAR, schools);
        String at = "indicators." + indicator + ".";
        requireClose(expected.get(at + "mean_weighted"), county, new MeanLevel(), EXACT, indicator);
        requireClose(expected.get(at + "S"), county, new StandardDeviation(), EXACT, indicator);
        requireClose(expected.get(at + "CV_policy"), county, new CoefficientOfVariation(), EXACT, indicator);
        requireClose(expected.get(at + "gini_weighted"), county, new Gini(), EXACT, indicator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "teachers_per_100", "computers_per_100", "expenditure", "income"})
    void equalsEveryMeasureOverAllDistricts(String indicator) throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(DISTRICTS + "/expected.json"));
        SchoolsView state = Given.view(SubjectType.PROVINCE, Given.YEAR, districts(indicator));
        String at = "indicators." + indicator + ".";
        assertEquals(
                Integer.parseInt(expected.get(at + "overall.n")), state.usable().size());
        MEASURES.forEach((name, metric) ->
                requireClose(expected.get(at + "overall." + name), state, metric, DOUBLE, indicator + " " + name));
        for (InequalityPart.Part part : InequalityPart.Part.values()) {
            String side = part == InequalityPart.Part.BETWEEN ? ".between" : ".within";
            String of = at + "decomposition_by_county.theil_";
            requireClose(expected.get(of + "T" + side), state, part(InequalityPart.Index.THEIL, part), DOUBLE, side);
            requireClose(expected.get(of + "L" + side), state, part(InequalityPart.Index.MLD, part), DOUBLE, side);
        }
    }

    @Test
    void equalsEveryMeasureInEveryCounty() throws IOException {
        Path folder = Given.shared(DISTRICTS);
        int compared = 0;
        for (CSVRecord row : PublishedRows.of(folder.resolve("by_county.csv"))) {
            String name = row.get("county");
            List<SchoolFigure> own = districts(row.get("indicator")).stream()
                    .filter(d -> name.equals(d.county()))
                    .toList();
            SchoolsView county = Given.view(SubjectType.COUNTY, Given.YEAR, own);
            assertEquals(Integer.parseInt(row.get("n")), county.usable().size());
            for (Map.Entry<String, Metric<SchoolsView>> measure : MEASURES.entrySet()) {
                String at = row.get("indicator") + " " + name + " " + measure.getKey();
                requireClose(row.get(measure.getKey()), county, measure.getValue(), DOUBLE, at);
                compared++;
            }
        }
        assertTrue(compared > 1000, () -> "too few rows beside the project");
    }

    /** Districts that end with grade 6 against those that end with grade 8, as if urban and rural. */
    @Test
    void equalsTheHedgesGOfEffectsize() throws IOException {
        Map<String, String> expected = FlatJson.of(Given.shared(DISTRICTS + "/expected.json"));
        SchoolsView state = Given.view(SubjectType.PROVINCE, Given.YEAR, districts("score"));
        HedgesG g = new HedgesG(Comparison.URBAN_RURAL);
        requireClose(expected.get("gap_KK06_vs_KK08_score.hedges_g"), state, g, DOUBLE, "hedges_g");
        double approximate = Double.parseDouble(expected.get("gap_KK06_vs_KK08_score.hedges_g_approx"));
        assertTrue(
                Math.abs(Given.value(g.of(state)).value() - approximate) > 1e-8,
                "the exact correction, not 1 - 3/(4f-1)");
    }

    private static InequalityPart part(InequalityPart.Index index, InequalityPart.Part part) {
        return new InequalityPart(index, part, Grouping.COUNTY);
    }

    /** Districts without computers take no part in that indicator, as in the reference. */
    private static List<SchoolFigure> districts(String indicator) throws IOException {
        List<SchoolFigure> districts = new ArrayList<>();
        for (CSVRecord row : PublishedRows.of(Given.shared(DISTRICTS + "/data.csv"))) {
            double value = number(row, indicator);
            if (value > 0) {
                SchoolFigure district = Given.school(row.get("district"), value, number(row, "students"));
                UrbanRuralClass as = row.get("grades").equals("KK-06") ? UrbanRuralClass.URBAN : UrbanRuralClass.RURAL;
                districts.add(Given.inCounty(Given.placed(district, as, null), row.get("county")));
            }
        }
        return districts;
    }

    private static void requireClose(
            String expected, SchoolsView view, Metric<SchoolsView> metric, double relative, String what) {
        double truth = Double.parseDouble(expected);
        double got = Given.value(metric.of(view)).value();
        assertEquals(truth, got, Math.max(relative * Math.abs(truth), OF_LOGARITHMS), what);
    }
}
