package org.junheng.satisfaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.SubjectType;
import org.junheng.subject.SurveyView;
import org.junheng.survey.CronbachAlpha;

/**
 * Reliability of a satisfaction scale (量表信度, Cronbach's alpha), from single answers.
 *
 * <p>{@link Figure#ALPHA} with Feldt's interval and {@link Figure#STANDARDISED} are said of a group; {@link Figure#WITHOUT_ITEM} (alpha of the other
 * items) and {@link Figure#WITH_REST} (correlation of the item with the sum of the others) of each of its items. Formulas: {@link CronbachAlpha}.
 *
 * <p>Schools may ask different items: those schools count whose items most sheets answer in full. Sheets that leave an item out are not
 * counted. Absent for fewer than two items (three where one is left out) or three sheets, or without variation; of little evidence below 30 sheets.
 *
 * <p>Source: Cronbach 1951; Feldt 1965.
 *
 * <p>Clause: YN-D5.
 */
public record ScaleReliability(Figure figure) implements Metric<SurveyView> {
    private static final Words TOO_LITTLE =
            new Words("题目或完整答卷太少,或答案没有差异", "too few items or complete sheets, or answers that do not vary");
    private static final Words FEW_SHEETS = new Words("完整答卷少于 30 份", "fewer than 30 complete sheets");
    private static final long SURE = 30;

    /** What is said of the scale. */
    public enum Figure {
        ALPHA(
                "alpha",
                "量表信度 α",
                "reliability of the scale, alpha",
                "k / (k - 1) (1 - sum of item variances / variance of the sum)"),
        STANDARDISED(
                "alpha_standardised", "标准化信度 α", "standardised alpha", "k r / (1 + (k - 1) r), r the mean correlation"),
        WITHOUT_ITEM(
                "alpha_without_item",
                "删去该题后的信度",
                "alpha without the item",
                "k / (k - 1) (1 - sum of item variances / variance of the sum), of the other items"),
        WITH_REST(
                "item_rest_correlation",
                "题目与其余总分相关",
                "correlation of the item with the rest",
                "covariance of item and rest / sqrt(variance of item * variance of rest), rest = sum of the others");

        private final String id;
        private final Words words;
        private final String formula;

        Figure(String id, String zh, String en, String formula) {
            this.id = "satisfaction." + id;
            this.words = new Words(zh, en);
            this.formula = formula;
        }

        boolean isOfItem() {
            return this == WITHOUT_ITEM || this == WITH_REST;
        }
    }

    @Override
    public Definition definition() {
        return Surveys.define(
                figure.id,
                figure.words,
                figure.formula + (figure == Figure.ALPHA ? "; interval of Feldt" : ""),
                "1",
                List.of("survey_responses.answer"),
                new Words("只用答全各题的答卷", "sheets that answer every item only"),
                "psych 2.2.9, four data sets");
    }

    @Override
    public Class<SurveyView> view() {
        return SurveyView.class;
    }

    @Override
    public boolean appliesTo(SurveyView view) {
        List<String> items = scale(view).items();
        boolean asked = view.subjectType() == SubjectType.SCHOOL ? items.size() > 1 : !items.isEmpty();
        return asked && view.isOfGroup() != figure.isOfItem() && (!figure.isOfItem() || items.contains(item(view)));
    }

    @Override
    public @Nullable String sharesCellsOf() {
        return Surveys.RATE;
    }

    /** The sums of all schools that ask the same items. */
    private record Scale(List<String> items, long schools, long complete, List<Long> sums) {
        static final Scale NONE = new Scale(List.of(), 0, 0, List.of());

        Scale and(AnswerSheets school) {
            List<Long> both = new ArrayList<>();
            for (int i = 0; i < school.sums().size(); i++) {
                both.add((sums.isEmpty() ? 0 : sums.get(i)) + school.sums().get(i));
            }
            return new Scale(school.items(), schools + 1, complete + school.complete(), both);
        }
    }

    @Override
    public Outcome of(SurveyView view) {
        Scale scale = scale(view);
        Counts counts = new Counts(scale.schools(), null, scale.complete());
        int item = figure.isOfItem() ? scale.items().indexOf(item(view)) : 0;
        Optional<Value> value = item < 0
                ? Optional.empty()
                : CronbachAlpha.ofSums(scale.complete(), scale.items().size(), scale.sums())
                        .flatMap(alpha -> said(alpha, item, counts));
        return value.<Outcome>map(v -> v.withCaution(scale.complete() < SURE ? FEW_SHEETS : Words.NONE))
                .orElseGet(() -> new Absent(TOO_LITTLE, counts));
    }

    @Override
    public Map<String, BigDecimal> terms(SurveyView view) {
        Scale scale = scale(view);
        int item = figure.isOfItem() ? scale.items().indexOf(item(view)) : 0;
        Optional<CronbachAlpha> alpha = item < 0 || !(of(view) instanceof Value)
                ? Optional.empty()
                : CronbachAlpha.ofSums(scale.complete(), scale.items().size(), scale.sums());
        return alpha.map(of -> switch (figure) {
                    case ALPHA -> ofSums(of);
                    case STANDARDISED ->
                        Map.of("k", BigDecimal.valueOf(of.items()), "r", Decimals.of(of.meanCorrelation()));
                    case WITHOUT_ITEM ->
                        of.without(item).map(ScaleReliability::ofSums).orElse(Map.of());
                    case WITH_REST ->
                        Map.of(
                                "covariance of item and rest", Decimals.of(of.covarianceWithRest(item)),
                                "variance of item", Decimals.of(of.variance(item)),
                                "variance of rest", Decimals.of(of.varianceOfRest(item)));
                })
                .orElse(Map.of());
    }

    private static Map<String, BigDecimal> ofSums(CronbachAlpha alpha) {
        return Map.of(
                "k", BigDecimal.valueOf(alpha.items()),
                "sum of item variances", Decimals.of(alpha.itemVariances()),
                "variance of the sum", Decimals.of(alpha.varianceOfSum()));
    }

    private Optional<Value> said(CronbachAlpha alpha, int item, Counts counts) {
        return switch (figure) {
            case ALPHA -> Optional.of(Value.of(alpha.raw(), counts).within(alpha.interval(Surveys.LEVEL)));
            case STANDARDISED -> finite(alpha.standardised(), counts);
            case WITHOUT_ITEM -> alpha.without(item).flatMap(rest -> finite(rest.raw(), counts));
            case WITH_REST -> finite(alpha.withRest(item), counts);
        };
    }

    private static Optional<Value> finite(double value, Counts counts) {
        return Double.isFinite(value) ? Optional.of(Value.of(value, counts)) : Optional.empty();
    }

    /** The items that most sheets answer in full; among equals the longer list, then the first in code-point order. */
    private static Scale scale(SurveyView view) {
        SortedMap<String, Scale> scales = new TreeMap<>();
        for (SurveyView.Tally school : view.schools()) {
            AnswerSheets sheets = school.sheets();
            if (sheets != null) {
                String items = String.join("\n", sheets.items());
                scales.put(items, scales.getOrDefault(items, Scale.NONE).and(sheets));
            }
        }
        return scales.entrySet().stream()
                .max(Map.Entry.<String, Scale>comparingByValue(Comparator.comparingLong(Scale::complete)
                                .thenComparingInt(s -> s.items().size()))
                        .thenComparing(Map.Entry.<String, Scale>comparingByKey().reversed()))
                .map(Map.Entry::getValue)
                .orElse(Scale.NONE);
    }

    private static String item(SurveyView view) {
        return view.facet().substring(view.facet().indexOf(':', view.facet().indexOf(':') + 1) + 1);
    }
}
