package org.junheng.jobs.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.metric.Words;
import org.junheng.review.Bundle;
import org.junheng.review.Dimension;
import org.junheng.review.Protocol;
import org.junheng.review.Scale;
import org.junheng.stock.QualityDefinition;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolReaderTest {
    static final String LEAST = """
            protocol: ours-2024
            weights: {stock: 10, gap: 30, radiation: 20, improvement: 25.5, satisfaction: 14.5}
            scales:
              - {dimension: gap, metric: gap.cv, facet: R1, stage: PRIMARY, floor: 0.90, target: 0.30, weight: 2}
            bundle: {lambda_lead: 0.4, lambda_member: 0.3, improvement_share: 0.6}
            naming_level: 0.9
            quality_school: official
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryKeyOfTheContract() throws IOException {
        Protocol protocol = read(LEAST);
        assertEquals("ours-2024", protocol.id());
        assertEquals(25.5, protocol.weights().get(Dimension.IMPROVEMENT));
        assertEquals(
                new Scale(Dimension.GAP, "gap.cv", "", "R1", Stage.PRIMARY, null, 0.9, 0.3, 2),
                protocol.scales().get(0));
        assertEquals(new Bundle(0.4, 0.3, 0.6), protocol.bundle());
        assertEquals(0.9, protocol.namingLevel());
        assertEquals(QualityDefinition.OFFICIAL, protocol.qualitySchool());
        assertEquals(Words.NONE, protocol.caution());
    }

    @Test
    void aQualitySchoolIsDefinedUnderAVersion() throws IOException {
        String derived = LEAST.replace("quality_school: official", "quality_school: derived");
        assertEquals(QualityDefinition.derived(), read(derived).qualitySchool());
        String own =
                "quality_definition: {version: ours-2, standards_met: 6, subjects_not_below: 1, parents_satisfied: 0.8}\n";
        assertEquals(
                new QualityDefinition("ours-2", new QualityDefinition.Criteria(6, 1, new BigDecimal("0.8"))),
                read(derived + own).qualitySchool());
        assertRefused(LEAST + own, "quality_definition");
        assertRefused(derived + own.replace("ours-2", "derived-1"), "version, derived-1");
        assertRefused(derived + own.replace("6", "8"), "standards_met, 8");
        assertRefused(derived + own.replace("0.8", "80"), "parents_satisfied, 80");
    }

    @Test
    void theTemplatesAreRead() throws IOException {
        try (var template = ProtocolReaderTest.class.getResourceAsStream("/templates/protocol.yaml")) {
            Protocol protocol = read(new String(template.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            assertFalse(protocol.caution().zh().isEmpty(), "it is an example");
        }
        Protocol ofSample = ProtocolReader.read(Path.of("..", "sample-data", "protocol.yaml"));
        assertEquals(
                5, ofSample.scales().stream().map(Scale::dimension).distinct().count());
    }

    /** What is taken away or put in, and what the refusal must name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stock: 10, | | required key stock",
                "naming_level: 0.9 | | required key naming_level",
                "lambda_lead: 0.4, | | required key lambda_lead",
                "floor: 0.90, | | required key floor",
                "stock: 10 | stok: 10 | nearest known key is stock",
                "lambda_lead | lamda_lead | nearest known key is lambda_lead",
                "quality_school | quality_schol | nearest known key is quality_school",
                "metric: gap.cv | metric: gap.cw | nearest is gap.cv",
                "dimension: gap | dimension: gaps | gaps",
                "stock: 10 | stock: -1 | must not be below 0",
                "stock: 10 | stock: many | a number",
                "target: 0.30 | target: 0.90 | differ from the floor",
                "weight: 2 | weight: 0 | above 0",
                "improvement_share: 0.6 | improvement_share: 0.4 | at least one half",
                "lambda_member: 0.3 | lambda_member: 1.3 | from 0 to 1",
                "naming_level: 0.9 | naming_level: high | from 0 to 1",
                "official | guessed | official",
            })
    void refusesWhatItCannotMean(String there, String instead, String named) throws IOException {
        Refusal refusal = assertThrows(Refusal.class, () -> read(LEAST.replace(there, instead == null ? "" : instead)));
        assertEquals(ExitStatus.WRONG_USAGE, refusal.status());
        assertTrue(refusal.getMessage().contains(named), () -> refusal.getMessage());
        assertTrue(refusal.getMessage().contains("protocol.yaml, line "), () -> refusal.getMessage());
    }

    @Test
    void refusesAScaleThatStandsTwice() {
        String scale =
                "  - {dimension: gap, metric: gap.cv, facet: R1, stage: PRIMARY, floor: 0.8, target: 0.2, weight: 1}\n";
        Refusal refusal = assertThrows(Refusal.class, () -> read(LEAST.replace("bundle:", scale + "bundle:")));
        assertTrue(refusal.getMessage().contains("stands twice"));
    }

    private void assertRefused(String text, String named) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        assertEquals(ExitStatus.WRONG_USAGE, refusal.status());
        for (String part : named.split(", ", -1)) {
            assertTrue(refusal.getMessage().contains(part), () -> refusal.getMessage() + " lacks " + part);
        }
    }

    private Protocol read(String text) throws IOException {
        Path file = folder.resolve("protocol.yaml");
        Files.writeString(file, text);
        return ProtocolReader.read(file);
    }
}
