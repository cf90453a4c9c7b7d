package org.junheng.stock;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.stock.QualityDefinition.Criteria;

/** Reads the definitions that come with the program; the first is in force. */
final class QualityDefinitions {
    private QualityDefinitions() {}

    static List<QualityDefinition> read() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream file = Objects.requireNonNull(
                        QualityDefinitions.class.getResourceAsStream("/quality_definitions.csv"));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            List<QualityDefinition> definitions = new ArrayList<>();
            for (CSVRecord row : format.parse(text)) {
                definitions.add(new QualityDefinition(
                        row.get("version"),
                        new Criteria(
                                Integer.parseInt(row.get("standards_met")),
                                Integer.parseInt(row.get("subjects_not_below")),
                                new BigDecimal(row.get("parents_satisfied")))));
            }
            return definitions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
