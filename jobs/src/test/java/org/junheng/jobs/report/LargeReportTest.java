package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a province of 3,000 counties, and of one of 320 counties and 25,600 schools. */
@Tag("long")
class LargeReportTest {
    private static final int TIMES = 3;
    private static final double TWO_SECONDS = 2_000;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        Report.write(FixtureRun.large(folder.resolve("large")), Language.ZH);
        Report.write(FixtureRun.manyCounties(folder.resolve("many")), Language.EN);
    }

    @Test
    void everyPageOfALargeProvinceIsLight() throws IOException {
        assertEquals(List.of(), ReportTest.heavy(folder.resolve("large")), "of 320 counties and 25,600 schools");
    }

    @Test
    void everyPageOfAProvinceOf3000CountiesIsLight() throws IOException {
        assertEquals(List.of(), ReportTest.heavy(folder.resolve("many")), "of 3,000 counties");
        try (Stream<Path> counties = Files.list(folder.resolve("many/report/county"))) {
            assertEquals(3_000, counties.count());
        }
    }

    /** From the beginning of the navigation until the page is loaded, its script has run and its first words are seen; the second best of three. */
    @Test
    void theOverviewOf3000CountiesOpensWithinTwoSeconds() {
        try (Reader reader = new Reader(folder)) {
            List<Double> opened = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                try (BrowserContext context = reader.context(1280)) {
                    opened.add(Reader.opened(reader.open(context, "many", "index.html")));
                    assertEquals(List.of(), reader.errors());
                }
            }
            System.out.println("the overview of 3,000 counties opened in " + opened + " ms");
            double middle = opened.stream().sorted().toList().get(TIMES / 2);
            assertTrue(middle > 0 && middle < TWO_SECONDS, opened + " ms");
        }
    }
}
