package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PupilModels.Belonging;
import org.junheng.jobs.stage.PupilModels.Feeder;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Time;
import org.junheng.valueadded.TimeShares;

/**
 * What the rows of one pupil hold: scores by exam, one row of background, any number of enrolments. A row is pupil_id, exam, school_code, score,
 * the days of entering and leaving, the columns of the background as numbers or texts, and a number that is the same for all rows of the pupil;
 * what it does not say is empty.
 */
final class PupilRecord {
    private static final int EXAM = 1;
    private static final int SCHOOL = 2;
    private static final int SCORE = 3;
    private static final int DAYS = 4;
    private static final int BACKGROUND = 5;
    private static final int PLACE = 6;

    private final boolean[] sat;
    private final double[] scores;
    private final @Nullable String[] schools;
    private final List<Spell> spells = new ArrayList<>();
    private @Nullable Row background;

    /** An enrolment, the days counted from 1970. */
    private record Spell(String school, long entered, long left) {
        long days(Time time) {
            return Math.min(left, time.until().toEpochDay())
                    - Math.max(entered, time.from().toEpochDay());
        }
    }

    PupilRecord(int exams) {
        this.sat = new boolean[exams];
        this.scores = new double[exams];
        this.schools = new String[exams];
    }

    void clear() {
        Arrays.fill(sat, false);
        spells.clear();
        background = null;
    }

    /** Where the rows of a pupil stand together, seldom with those of another. */
    static long place(Row row) {
        return row.getLong(PLACE);
    }

    void take(Row row) {
        if (!row.isNullAt(EXAM)) {
            int exam = row.getInt(EXAM);
            sat[exam] = true;
            schools[exam] = row.isNullAt(SCHOOL) ? null : row.getString(SCHOOL);
            scores[exam] = row.getDouble(SCORE);
        } else if (row.isNullAt(SCHOOL)) {
            background = row.getStruct(BACKGROUND);
        } else {
            Row days = row.getStruct(DAYS);
            long left = days.isNullAt(1) ? Long.MAX_VALUE : days.getInt(1);
            spells.add(new Spell(row.getString(SCHOOL), days.getInt(0), left));
        }
    }

    boolean sat(int exam) {
        return sat[exam];
    }

    double score(int exam) {
        return scores[exam];
    }

    /** Where the exam was sat; null where it was not, or the school is not known. */
    @Nullable
    String school(int exam) {
        return sat[exam] ? schools[exam] : null;
    }

    /** The outcome, the priors, the columns, and where these are asked for the marks of missing priors; null where something is missing. */
    double @Nullable [] numbers(PupilModel model) {
        int priors = model.priors().size();
        int marks = 1 + priors + model.numbers().size();
        double[] numbers = new double[model.marksMissing() ? marks + priors : marks];
        numbers[0] = scores[model.outcome()];
        for (int i = 0; i < priors; i++) {
            int prior = model.priors().get(i);
            if (sat[prior]) {
                numbers[1 + i] = scores[prior];
            } else if (model.marksMissing()) {
                numbers[marks + i] = 1;
            } else {
                return null;
            }
        }
        for (int i = 0; i < model.numbers().size(); i++) {
            int column = model.numbers().get(i);
            if (background == null || background.isNullAt(column)) {
                return null;
            }
            numbers[1 + priors + i] = background.getDouble(column);
        }
        return numbers;
    }

    /** The text columns, then what is said of the schools; null where a column is empty. */
    @Nullable
    List<String> texts(PupilModel model) {
        List<String> texts =
                new ArrayList<>(model.texts().size() + model.belongings().size());
        for (int column : model.texts()) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        for (Belonging belonging : model.belongings()) {
            texts.add(belonging instanceof Time time ? shares(time) : feeder((Feeder) belonging));
        }
        return texts;
    }

    private String feeder(Feeder feeder) {
        String school = school(feeder.exam());
        return school == null ? "" : school;
    }

    private String shares(Time time) {
        SortedMap<String, Long> days = new TreeMap<>();
        for (Spell spell : spells) {
            if (spell.days(time) > 0) {
                days.merge(spell.school(), spell.days(time), Long::sum);
            }
        }
        return days.isEmpty() ? "" : TimeShares.text(days);
    }

    private @Nullable String text(int column) {
        return background == null ? null : background.<String>getAs(column);
    }
}
