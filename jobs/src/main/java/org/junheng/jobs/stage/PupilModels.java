package org.junheng.jobs.stage;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What must be summed over pupils for the models of a run: the exams, numbered by their place, and for each model the places of what it reads.
 *
 * @param columns columns of the pupils table that models read, as numbers or as texts
 * @param moments whether the moments of every exam are wanted too
 */
record PupilModels(List<Sitting> exams, List<String> columns, List<PupilModel> models, boolean moments)
        implements Serializable {
    PupilModels {
        exams = List.copyOf(exams);
        columns = List.copyOf(columns);
        models = List.copyOf(models);
    }

    /** One exam in one subject. */
    record Sitting(int year, int grade, String subject) implements Serializable {}

    /**
     * One model: the numbers of a pupil are the outcome, the priors, the numeric columns.
     *
     * @param outcome place among the exams
     * @param priors places among the exams
     * @param numbers places among the columns
     * @param texts places among the columns
     * @param marksMissing whether a pupil without a prior stays: with 0 in its place, and for every prior a 1 or 0 after the other numbers
     * @param belongings what is said of the pupil's schools by further texts
     */
    record PupilModel(
            int outcome,
            List<Integer> priors,
            List<Integer> numbers,
            List<Integer> texts,
            boolean marksMissing,
            List<Belonging> belongings)
            implements Serializable {
        PupilModel {
            priors = List.copyOf(priors);
            numbers = List.copyOf(numbers);
            texts = List.copyOf(texts);
            belongings = List.copyOf(belongings);
        }

        PupilModel(int outcome, List<Integer> priors, List<Integer> numbers, List<Integer> texts) {
            this(outcome, priors, numbers, texts, false, List.of());
        }
    }

    /** A text about the schools of a pupil. */
    sealed interface Belonging extends Serializable {}

    /** The school of a prior exam, empty where it is not known. */
    record Feeder(int exam) implements Belonging {}

    /** How the time between two days was split between schools, empty where no enrolment is known. */
    record Time(LocalDate from, LocalDate until) implements Belonging {}

    /** Whether models read a column as numbers; every value is one then. */
    boolean isNumber(int column) {
        return models.stream().anyMatch(model -> model.numbers().contains(column));
    }

    /** The same of every column. */
    boolean[] areNumbers() {
        boolean[] areNumbers = new boolean[columns.size()];
        for (int i = 0; i < areNumbers.length; i++) {
            areNumbers[i] = isNumber(i);
        }
        return areNumbers;
    }

    /** The place of an exam among the exams, null for one that no model reads. */
    @Nullable
    Integer place(int year, int grade, String subject) {
        int place = exams.indexOf(new Sitting(year, grade, subject));
        return place < 0 ? null : Integer.valueOf(place);
    }

    /** The same of a row. */
    Column place() {
        Column place = functions.lit(null).cast("int");
        for (int i = exams.size() - 1; i >= 0; i--) {
            Sitting exam = exams.get(i);
            Column is = functions
                    .col("year")
                    .equalTo(exam.year())
                    .and(functions.col("grade").equalTo(exam.grade()))
                    .and(functions.col("subject").equalTo(exam.subject()));
            place = functions.when(is, functions.lit(i)).otherwise(place);
        }
        return place;
    }
}
