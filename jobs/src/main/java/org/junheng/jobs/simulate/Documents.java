package org.junheng.jobs.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junheng.subject.ClusterType;

/** Writes the texts beside the tables from templates: evaluation.yaml, protocol.yaml and README.md. */
final class Documents {
    static final String EVALUATION = "evaluation.yaml";
    private static final List<String> TEXTS = List.of(EVALUATION, "protocol.yaml", "README.md");

    private final Plan plan;

    Documents(Plan plan) {
        this.plan = plan;
    }

    void write(Path out, Mess mess) throws IOException {
        Map<String, String> words = words(mess);
        for (String name : TEXTS) {
            Files.writeString(out.resolve(name), filled(template(name), words), StandardCharsets.UTF_8);
        }
    }

    private Map<String, String> words(Mess mess) {
        Map<String, String> words = new TreeMap<>();
        words.put("schools", Integer.toString(plan.schools()));
        words.put("counties", plan.hasUsualCounties() ? "" : " --counties " + plan.counties());
        words.put("years", Integer.toString(plan.years()));
        words.put("pupils", Long.toString(plan.pupils()));
        words.put("seed", Long.toString(plan.seed()));
        words.put("first", Integer.toString(plan.firstYear()));
        words.put("last", Integer.toString(plan.lastYear()));
        words.put("prior", Integer.toString(plan.priorYear()));
        words.put("year list", join(", ", plan.years(), i -> Integer.toString(plan.firstYear() + i)));
        words.put("model", TruthTables.MODEL);
        words.put("impact", impact());
        words.put("models", models());
        words.put("effects", effects());
        words.put("mess", mess(mess));
        return words;
    }

    private static String impact() {
        return ImpactTruth.QUESTIONS.stream()
                .map(q -> "  - id: " + q.id() + "\n"
                        + "    outcome: {table: school_scores, column: mean_score, grade: " + q.grade() + ", subject: "
                        + q.subject() + "}\n"
                        + "    treatment: {cluster_type: " + q.types() + ", role: MEMBER}\n"
                        + "    comparison: not_yet_treated\n"
                        + "    estimator: dr\n")
                .collect(Collectors.joining());
    }

    private static String models() {
        return List.of(ExamSubject.values()).stream()
                .map(s -> "| " + s + " | " + CsvFile.number(s.model().intercept()) + " | "
                        + CsvFile.number(s.model().slope()) + " | "
                        + CsvFile.number(s.model().boys()) + " | "
                        + CsvFile.number(s.model().sigmaSchool()) + " | "
                        + CsvFile.number(s.model().sigmaPupil()) + " |\n")
                .collect(Collectors.joining());
    }

    private static String effects() {
        return List.of(ClusterType.values()).stream()
                .map(t -> "| " + t + " | "
                        + join(" | ", JoinEffect.LONGEST + 1, e -> CsvFile.number(JoinEffect.of(t, e))) + " |\n")
                .collect(Collectors.joining());
    }

    private static String mess(Mess mess) {
        StringBuilder rows = new StringBuilder();
        mess.counts()
                .forEach((table, kinds) -> kinds.forEach((kind, count) -> rows.append("| ")
                        .append(table + " | " + kind + " | " + count + " | " + kind.outcome() + " | " + kind.chinese())
                        .append(" |\n")));
        return rows.toString();
    }

    private static String join(String between, int count, IntFunction<String> word) {
        return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining(between));
    }

    private static String filled(String template, Map<String, String> words) {
        String text = template;
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{{" + word.getKey() + "}}", word.getValue());
        }
        return text;
    }

    private static String template(String name) throws IOException {
        try (InputStream in = Documents.class.getResourceAsStream(name + ".template")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
