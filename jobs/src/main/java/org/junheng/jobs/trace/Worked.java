package org.junheng.jobs.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.Catalogue;
import org.junheng.gap.GapChange;
import org.junheng.jobs.Measured;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.query.Answer;
import org.junheng.jobs.stage.Compared;
import org.junheng.jobs.stage.RakedRates;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Formula;
import org.junheng.metric.Metric;
import org.junheng.satisfaction.RakedRate;
import org.junheng.stats.Decimals;
import org.junheng.stock.QualityChange;
import org.junheng.stock.StockEntry;
import org.junheng.stock.StockFlow;
import org.junheng.subject.About;
import org.junheng.subject.ChangeView;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Subject;
import org.junheng.subject.SurveyView;

/**
 * A formula with its numbers put in.
 *
 * @param lines equations
 * @param schools what was compared: school, year, x, w; empty where the number compares no schools
 * @param withheld how many schools are named without their figures; where they are fewer than may be published together no sum is put in, for
 *     theirs could be told from it
 */
public record Worked(List<String> lines, Answer schools, long withheld) {
    private static final List<String> COLUMNS = List.of("school_code", "year", "x", "w", "role", "urban_rural_class");
    private static final double CLOSE = 1e-9;

    /** The numbers of a published number, from the figures that it was computed of again. */
    public static Worked of(Measured measured, Evaluation evaluation, Measures number, Withheld withheld) {
        Double value = number.value();
        if (value == null) {
            return only(List.of());
        }
        return surveyed(measured, evaluation, number)
                .or(() -> entered(number, value))
                .map(line -> only(List.of(line)))
                .orElseGet(() -> compared(measured, number, value, withheld));
    }

    private static Worked only(List<String> lines) {
        return new Worked(lines, new Answer(COLUMNS, List.of()), 0);
    }

    private static Worked compared(Measured measured, Measures number, double value, Withheld withheld) {
        return Catalogue.entries().stream()
                .filter(e -> e.definition().id().equals(number.metricId()))
                .flatMap(e -> e instanceof Metric<?> metric ? compared(measured, number, metric) : Stream.empty())
                .findFirst()
                .map(compared -> of(compared, number, withheld))
                .orElseGet(() -> only(told(number, value)));
    }

    /** A number of a survey, where its formula has terms. */
    private static Optional<String> surveyed(Measured measured, Evaluation evaluation, Measures number) {
        Optional<String> raked = number.metricId().equals(RakedRate.ID)
                ? RakedRates.survey(measured.figures(), measured.checked().tables(), evaluation.surveyWeights(), number)
                        .map(survey -> equation(new RakedRate(), survey))
                : Optional.empty();
        return raked.or(() -> Catalogue.metrics(SurveyView.class).stream()
                .filter(metric -> metric.definition().id().equals(number.metricId()))
                .findFirst()
                .flatMap(metric -> Compared.survey(measured.panel(), number)
                        .filter(survey -> !metric.terms(survey).isEmpty())
                        .map(survey -> equation(metric, survey))));
    }

    /** A school that came to the stock of quality schools or left it. */
    private static Optional<String> entered(Measures number, double value) {
        QualityChange change = new QualityChange();
        About about = About.of(new Subject(number.subjectType(), number.subjectId()), number.year());
        return number.metricId().equals(change.definition().id())
                ? Optional.of(equation(change, new StockEntry(about, StockFlow.Line.UPGRADED, value > 0, null, null)))
                : Optional.empty();
    }

    /** A quotient of its parts; else the formula, whose terms are the rows that the number rests on. */
    private static List<String> told(Measures number, double value) {
        List<String> ratio = ratio(number, value);
        return !ratio.isEmpty()
                ? ratio
                : RowTerms.of(number).map(formula -> value + " = " + formula).stream()
                        .toList();
    }

    /** Schools of one year, or of two, and the metric that compares those of a year. */
    private record Comparison(Metric<SchoolsView> metric, List<SchoolsView> years) {}

    @SuppressWarnings("unchecked") // the metric itself says what it reads
    private static Stream<Comparison> compared(Measured measured, Measures number, Metric<?> metric) {
        String facet = FacetRows.of(number).facet();
        Optional<SchoolsView> now = Compared.of(measured.panel(), number, facet, number.year());
        if (now.isPresent() && metric.view() == SchoolsView.class && hasGrouping(metric, number)) {
            return Stream.of(new Comparison((Metric<SchoolsView>) metric, List.of(now.get())));
        } else if (now.isPresent() && number.baseYear() != null && metric instanceof GapChange change) {
            return Compared.of(measured.panel(), number, facet, number.baseYear())
                    .map(base -> change.compared(new ChangeView(base, now.get())))
                    .map(both -> new Comparison(change.gap(), List.of(both.base(), both.now())))
                    .stream();
        }
        return Stream.empty();
    }

    private static boolean hasGrouping(Metric<?> metric, Measures number) {
        return metric.grouping() == null || metric.grouping().name().equals(number.grouping());
    }

    private static Worked of(Comparison comparison, Measures number, Withheld withheld) {
        List<List<Object>> schools = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        long hidden = 0;
        for (SchoolsView year : comparison.years()) {
            for (SchoolFigure school : year.usable()) {
                boolean hides = withheld.hides(FacetRows.of(number), school, year.year());
                hidden += hides ? 1 : 0;
                schools.add(row(school, year.year(), hides));
            }
            lines.add(year.year() + ": " + equation(comparison.metric(), year));
        }
        return new Worked(withheld.tells(hidden) ? List.of() : lines, new Answer(COLUMNS, schools), hidden);
    }

    private static <V> String equation(Metric<V> metric, V view) {
        Map<String, BigDecimal> terms = metric.terms(view);
        String formula = new Formula(metric.definition().formula()).with(terms);
        return metric.of(view) instanceof org.junheng.metric.Value value ? value.value() + " = " + formula : formula;
    }

    private static List<Object> row(SchoolFigure school, int year, boolean hides) {
        return List.of(
                school.school(),
                year,
                hides ? InputRows.HIDDEN : figure(school),
                hides ? InputRows.HIDDEN : plain(school.w()),
                school.role() == null ? Answer.MISSING : school.role(),
                school.urbanRural() == null ? Answer.MISSING : school.urbanRural());
    }

    /** A quotient with the numbers that it is made of. */
    private static String figure(SchoolFigure school) {
        SchoolFigure.Ratio ratio = school.ratio();
        if (ratio == null) {
            return String.valueOf(school.value());
        }
        String factor = ratio.factor() == 1 ? "" : plain(ratio.factor()) + " * ";
        return factor + plain(ratio.numerator()) + " / " + plain(ratio.denominator()) + " = " + school.value();
    }

    /** A number that is a quotient, or a count of so many. */
    private static List<String> ratio(Measures number, double value) {
        Double above = number.numerator();
        Double below = number.denominator();
        if (above == null || below == null || below == 0) {
            return List.of();
        } else if (value == above) {
            return List.of(plain(above) + " of " + plain(below));
        }
        double factor = above == 0 ? 1 : value * below / above;
        boolean isWhole = Math.abs(factor - Math.rint(factor)) <= CLOSE * factor;
        return isWhole
                ? List.of(value + " = " + (Math.rint(factor) == 1 ? "" : plain(Math.rint(factor)) + " * ")
                        + plain(above) + " / " + plain(below))
                : List.of();
    }

    private static String plain(double number) {
        return Decimals.of(number).stripTrailingZeros().toPlainString();
    }
}
