package org.junheng.jobs.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junheng.jobs.table.RespondentGroup;
import org.junheng.jobs.table.SurveyCounts;
import org.junheng.jobs.table.SurveyResponses;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.Stage;

/** Writes survey_counts (pupils and parents, every year) and survey_responses (a few teachers, last year), drawn from the true satisfaction. */
final class SurveyTables {
    static final List<RespondentGroup> COUNTED = List.of(RespondentGroup.PUPIL, RespondentGroup.PARENT);
    private static final String ITEM = "overall";
    private static final int MOST = 60;
    private static final int TEACHERS = 12;
    private static final double ANSWERS = 0.92;
    private static final double VERY = 0.55;
    /** What teachers are asked beside {@code overall}; an answer is that to {@code overall} or one of its own. */
    private static final List<String> ASKED = List.of("climate", "facilities", "management", "training", "workload");

    private static final double AS_OVERALL = 0.6;

    private final Province province;
    private final Plan plan;
    private final Mess mess;
    private final Satisfaction satisfaction;
    private final CounterRandom random;
    private final CounterRandom items;

    SurveyTables(Province province, Mess mess) {
        this.province = province;
        this.plan = province.plan();
        this.mess = mess;
        this.satisfaction = new Satisfaction(plan);
        this.random = CounterRandom.of(plan.seed(), "answer");
        this.items = CounterRandom.of(plan.seed(), "items");
    }

    void write(Path folder) throws IOException {
        try (CsvFile file = CsvFile.of(folder, SurveyCounts.class)) {
            for (DrawnSchool school : province.schools()) {
                for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                    if (school.isSurveyed() && school.existsIn(year)) {
                        for (RespondentGroup group : COUNTED) {
                            file.add(counts(school, group, year));
                        }
                    }
                }
            }
            DrawnSchool first = province.schools().get(0);
            long row = file.add(counts(first, RespondentGroup.PUPIL, plan.lastYear()));
            mess.note("survey_counts", row, "", first.code(plan.lastYear()), Mess.Kind.DUPLICATE_ROW);
        }
        writeResponses(folder);
    }

    private SurveyCounts counts(DrawnSchool school, RespondentGroup group, int year) {
        long pupils = province.enrolment().pupils(school, Stage.PRIMARY, year)
                + province.enrolment().pupils(school, Stage.JUNIOR, year);
        long issued = Math.min(MOST, pupils);
        long unit = school.serial() * 8L + COUNTED.indexOf(group);
        double rate = satisfaction.rate(school, group, year);
        long[] answers = new long[6];
        for (int i = 0; i < issued; i++) {
            long draw = (year * 128L + i) * 2;
            answers[random.happens(ANSWERS, unit, draw) ? answer(rate, random.uniform(unit, draw + 1)) : 0]++;
        }
        return new SurveyCounts(
                school.code(year),
                year,
                group,
                ITEM,
                answers[5],
                answers[4],
                answers[3],
                answers[2],
                answers[1],
                issued);
    }

    /** 5 and 4 with the true rate; the others are mostly neutral. */
    private static int answer(double rate, double u) {
        if (u < rate) {
            return u < VERY * rate ? 5 : 4;
        }
        double rest = (u - rate) / (1 - rate);
        return rest < 0.65 ? 3 : rest < 0.9 ? 2 : 1;
    }

    private void writeResponses(Path folder) throws IOException {
        int number = 0;
        try (CsvFile file = CsvFile.of(folder, SurveyResponses.class)) {
            for (DrawnSchool school : province.schools()) {
                boolean asked = school.position() % 5 == 1 && school.isSurveyed() && school.existsIn(plan.lastYear());
                double rate = satisfaction.rate(school, RespondentGroup.TEACHER, plan.lastYear());
                for (int i = 0; asked && i < TEACHERS; i++) {
                    String id = String.format(Locale.ROOT, "R%07d", ++number);
                    long unit = school.serial() * 8L + 7;
                    int overall = answer(rate, random.uniform(unit, i));
                    file.add(response(id, ITEM, school, overall));
                    for (int j = 0; j < ASKED.size(); j++) {
                        long draw = 2L * (i * ASKED.size() + j);
                        int answer = items.happens(AS_OVERALL, unit, draw)
                                ? overall
                                : answer(rate, items.uniform(unit, draw + 1));
                        file.add(response(id, ASKED.get(j), school, answer));
                    }
                }
            }
        }
    }

    private SurveyResponses response(String id, String item, DrawnSchool school, int answer) {
        int year = plan.lastYear();
        return new SurveyResponses(id, item, school.code(year), year, RespondentGroup.TEACHER, answer);
    }
}
