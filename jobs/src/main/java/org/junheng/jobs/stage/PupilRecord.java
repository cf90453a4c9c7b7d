package org.junheng.jobs.stage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.RecordBytes;
import org.junheng.jobs.stage.PupilModels.Belonging;
import org.junheng.jobs.stage.PupilModels.Feeder;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Time;
import org.junheng.valueadded.TimeShares;

/** What the rows of one pupil hold: scores by exam, one row of background, any number of enrolments, as {@link PupilRows} writes them. */
final class PupilRecord {
    static final int SCORE = 0;
    static final int SPELL = 1;
    static final int BACKGROUND = 2;

    /** The number of a school that is not known. */
    static final int UNKNOWN = -1;

    private final boolean[] areNumbers;
    private final boolean[] sat;
    private final double[] scores;
    private final int[] schools;
    private final double[] numbers;
    private final @Nullable String[] texts;
    private final List<Spell> spells = new ArrayList<>(0);

    /** An enrolment, the days counted from 1970. */
    private record Spell(String school, long entered, long left) {
        long days(Time time) {
            return Math.min(left, time.until().toEpochDay())
                    - Math.max(entered, time.from().toEpochDay());
        }
    }

    /** @param areNumbers which columns of the background are numbers */
    PupilRecord(int exams, boolean[] areNumbers) {
        int columns = areNumbers.length;
        this.areNumbers = areNumbers;
        this.sat = new boolean[exams];
        this.scores = new double[exams];
        this.schools = new int[exams];
        this.numbers = new double[columns];
        this.texts = new String[columns];
        clear();
    }

    /** From now on of another pupil. */
    void clear() {
        Arrays.fill(sat, false);
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(texts, null);
        spells.clear();
    }

    /**
     * Reads one row.
     *
     * @param codes numbers schools
     */
    void take(ByteBuffer row, TextNumbers codes) {
        int kind = row.get();
        if (kind == SCORE) {
            int exam = row.getShort();
            sat[exam] = true;
            schools[exam] = RecordBytes.isAbsent(row) ? UNKNOWN : codes.of(row);
            scores[exam] = row.getDouble();
        } else if (kind == SPELL) {
            spells.add(new Spell(RecordBytes.text(row), row.getInt(), row.getLong()));
        } else {
            for (int i = 0; i < numbers.length; i++) {
                if (areNumbers[i]) {
                    numbers[i] = row.getDouble();
                } else {
                    texts[i] = RecordBytes.textOrNull(row);
                }
            }
        }
    }

    boolean sat(int exam) {
        return sat[exam];
    }

    double score(int exam) {
        return scores[exam];
    }

    /** The number of the school where the exam was sat; {@link #UNKNOWN} where it was not, or the school is not known. */
    int school(int exam) {
        return sat[exam] ? schools[exam] : UNKNOWN;
    }

    /** The outcome, the priors, the columns, and where these are asked for the marks of missing priors; null where something is missing. */
    double @Nullable [] numbers(PupilModel model) {
        int priors = model.priors().size();
        int marks = 1 + priors + model.numbers().size();
        double[] asked = new double[model.marksMissing() ? marks + priors : marks];
        asked[0] = scores[model.outcome()];
        for (int i = 0; i < priors; i++) {
            int prior = model.priors().get(i);
            if (sat[prior]) {
                asked[1 + i] = scores[prior];
            } else if (model.marksMissing()) {
                asked[marks + i] = 1;
            } else {
                return null;
            }
        }
        for (int i = 0; i < model.numbers().size(); i++) {
            double number = numbers[model.numbers().get(i)];
            if (Double.isNaN(number)) {
                return null;
            }
            asked[1 + priors + i] = number;
        }
        return asked;
    }

    /**
     * The text columns, then what is said of the schools; null where a column is empty.
     *
     * @param codes of schools by number
     */
    @Nullable
    List<String> texts(PupilModel model, IntFunction<String> codes) {
        List<String> asked =
                new ArrayList<>(model.texts().size() + model.belongings().size());
        for (int column : model.texts()) {
            String text = texts[column];
            if (text == null) {
                return null;
            }
            asked.add(text);
        }
        for (Belonging belonging : model.belongings()) {
            asked.add(belonging instanceof Time time ? shares(time) : feeder((Feeder) belonging, codes));
        }
        return asked;
    }

    private String feeder(Feeder feeder, IntFunction<String> codes) {
        int school = school(feeder.exam());
        return school == UNKNOWN ? "" : codes.apply(school);
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
}
