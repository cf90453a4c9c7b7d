package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.RespondentGroup;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SurveyCounts;
import org.junheng.jobs.table.SurveyResponses;
import org.junheng.subject.AnswerSheets;
import org.junheng.subject.Facet;

/** What one school's respondents of one group and year answered: counts or single answers, which win where there are both. Needs no engine. */
final class SurveyGroup {
    private static final Schema<SurveyCounts> COUNTS = Schema.of(SurveyCounts.class);
    private static final Schema<SurveyResponses> RESPONSES = Schema.of(SurveyResponses.class);

    private final SortedMap<String, SurveyCounts> counts = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Integer>> sheets = new TreeMap<>();
    private final SortedMap<String, long[]> answers = new TreeMap<>();

    private SurveyGroup() {}

    /** @param rows of counts, or of single answers (then {@code response_id} is there), all of one school, group and year */
    static List<SurveyFigure> figures(Iterator<Row> rows) {
        SurveyGroup group = new SurveyGroup();
        Row first = rows.next();
        group.add(first);
        rows.forEachRemaining(group::add);
        return group.figures(first.getAs("school_code"), first.<Integer>getAs("year"), first.getAs("respondent_group"));
    }

    private void add(Row row) {
        if (row.getAs("response_id") == null) {
            SurveyCounts item = COUNTS.record(row);
            counts.put(item.item(), item);
            return;
        }
        SurveyResponses response = RESPONSES.record(row);
        Integer answer = response.answer();
        if (answer != null) {
            sheets.computeIfAbsent(response.responseId(), id -> new TreeMap<>()).put(response.item(), answer);
            answers.computeIfAbsent(response.item(), item -> new long[Answers.SCALE])[answer - 1]++;
        }
    }

    private List<SurveyFigure> figures(String school, int year, String group) {
        SortedMap<String, Answers> items = new TreeMap<>();
        String text = null;
        if (sheets.isEmpty()) {
            counts.forEach((item, of) -> items.put(item, Answers.of(of)));
        } else {
            answers.forEach((item, of) -> items.put(item, Answers.of(of)));
            text = AnswerSheets.of(sheets).text();
        }
        List<SurveyFigure> figures = new ArrayList<>();
        for (var item : items.entrySet()) {
            String facet = Facet.SURVEY + group + ":" + item.getKey();
            figures.add(item.getValue().figure(school, year, facet, text));
        }
        Answers overall = items.get(AnswerSheets.OVERALL);
        Answers all = overall == null ? items.values().stream().reduce(Answers.NONE, Answers::plus) : overall;
        figures.add(all.figure(school, year, Facet.SURVEY + group, text));
        return figures;
    }

    /** Sums of answers; null as soon as a count is unknown. */
    private record Answers(
            @Nullable Long satisfied,
            @Nullable Long answered,
            @Nullable Long issued,
            @Nullable Long points,
            @Nullable Long squares) {
        static final int SCALE = 5;
        static final Answers NONE = new Answers(0L, 0L, 0L, 0L, 0L);

        static Answers of(SurveyCounts c) {
            Long top = sum(c.verySatisfied(), c.satisfied());
            Long rest = sum(c.neutral(), sum(c.dissatisfied(), c.veryDissatisfied()));
            return new Answers(top, sum(top, rest), c.issuedCount(), weighted(c, 4, 3, 2, 1), weighted(c, 16, 9, 4, 1));
        }

        /** @param of how often each answer was given, 1 first */
        static Answers of(long[] of) {
            return of(new SurveyCounts("", 0, RespondentGroup.OTHER, "", of[4], of[3], of[2], of[1], of[0], null));
        }

        private static @Nullable Long weighted(SurveyCounts c, int best, int good, int middle, int poor) {
            if (c.verySatisfied() == null
                    || c.satisfied() == null
                    || c.neutral() == null
                    || c.dissatisfied() == null
                    || c.veryDissatisfied() == null) {
                return null;
            }
            return best * c.verySatisfied() + good * c.satisfied() + middle * c.neutral() + poor * c.dissatisfied();
        }

        Answers plus(Answers other) {
            return new Answers(
                    sum(satisfied, other.satisfied),
                    sum(answered, other.answered),
                    sum(issued, other.issued),
                    sum(points, other.points),
                    sum(squares, other.squares));
        }

        SurveyFigure figure(String school, int year, String facet, @Nullable String sheets) {
            return new SurveyFigure(school, year, facet, satisfied, answered, issued, points, squares, sheets);
        }

        private static @Nullable Long sum(@Nullable Long a, @Nullable Long b) {
            return a == null || b == null ? null : Long.valueOf(a + b);
        }
    }
}
