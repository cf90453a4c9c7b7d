package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Inputs;
import org.junheng.jobs.table.Memberships;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateBookTest {
    @TempDir
    Path folder;

    @Test
    void everyColumnAndEveryWordHasAChineseName() {
        for (Schema<?> table : Inputs.ALL) {
            for (Schema.Column column : table.columns()) {
                assertTrue(Vocabulary.heading(column.name()).isPresent(), table.table() + "." + column.name());
                if (column.type().isEnum()) {
                    int words = column.type().getEnumConstants().length;
                    assertEquals(words, TemplateBook.words(column).size(), column.name());
                }
            }
        }
    }

    @Test
    void anEmptyTemplateHasAHeaderAndListsToChooseFrom() throws IOException {
        TemplateBook.write(folder.resolve("data.xlsx"), Schema.of(Memberships.class));
        try (ZipFile zip = new ZipFile(folder.resolve("data.xlsx").toFile())) {
            String data = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(data.contains("牵头学校,成员学校"), data.substring(Math.max(0, data.length() - 2000)));
        }
        DeliveredFiles files = new DeliveredFiles(folder);
        Delivery delivery = files.input("memberships", "data.xlsx").read();
        assertEquals("0 0 0", DeliveredFiles.account(delivery, "memberships"), DeliveredFiles.said(delivery));
        assertEquals("F10 F11", DeliveredFiles.rules(delivery, "memberships"));
    }

    @Test
    void aFilledTemplateIsReadWithoutAMapping() throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {
            "C1", "S1", LocalDate.of(2023, 9, 1), null, "LEAD", 0.3, "云教发〔2023〕1号", null, "MONTH", null
        });
        TemplateBook.write(folder.resolve("data.xlsx"), Schema.of(Memberships.class), rows);
        Delivery delivery =
                new DeliveredFiles(folder).input("memberships", "data.xlsx").read();
        Row row = DeliveredFiles.first(delivery, "memberships");
        assertEquals("LEAD", row.getAs("role"));
        assertEquals(LocalDate.of(2023, 9, 1), row.getAs("joined_on"));
        assertEquals(0.3, row.<Double>getAs("share"));
        assertEquals("MONTH", row.getAs("joined_on_precision"));
        assertEquals("V21 F11", DeliveredFiles.rules(delivery, "memberships"), DeliveredFiles.said(delivery));
    }
}
