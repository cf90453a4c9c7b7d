package org.junheng.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Words;

/**
 * A clause of a policy (政策条款): one of the five dimensions, an indicator, a rule. It is answered by metrics, by rules on them, or by a reason why no
 * figure can answer it; the register of all clauses is {@code clauses.csv}.
 *
 * @param id as metrics name it: {@code YN-07}, {@code national-2017:G5}
 * @param name a short title; the rules on it say it in full, in the words of their documents
 * @param reason why no figure answers it; {@link Words#NONE} where one does
 */
public record Clause(String id, String policy, Words name, Words reason) {
    /** The register, in the order of the texts. */
    public static List<Clause> all() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream file = Objects.requireNonNull(Clause.class.getResourceAsStream("/clauses.csv"));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            List<Clause> clauses = new ArrayList<>();
            for (CSVRecord row : format.parse(text)) {
                clauses.add(new Clause(
                        row.get("clause"),
                        row.get("policy"),
                        new Words(row.get("zh"), row.get("en")),
                        new Words(row.get("reason_zh"), row.get("reason_en"))));
            }
            return clauses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a rule is on this clause. */
    public boolean isOf(Rule rule) {
        return rule.policy().equals(policy) && isNamedBy(rule.id());
    }

    /** Whether the id of a rule is that of this clause, or of a part of it. */
    public boolean isNamedBy(String rule) {
        String own = id.substring(id.indexOf(':') + 1);
        return rule.equals(own) || rule.equals(own + "-BACKBONE") || rule.equals(own + "-LEVEL");
    }

    public boolean isMeasured() {
        return reason.equals(Words.NONE);
    }
}
