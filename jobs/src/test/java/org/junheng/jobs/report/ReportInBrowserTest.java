package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportInBrowserTest {
    /** What a chart with data draws beside its axes. */
    private static final int FEWEST_MARKS = 6;

    private static Reader reader;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        reader = new Reader(folder);
        for (Language language : Language.values()) {
            Report.write(FixtureRun.small(folder.resolve(language.name())), language);
        }
        Report.write(FixtureRun.empty(folder.resolve("empty")), Language.ZH);
    }

    @AfterAll
    static void stop() {
        if (reader != null) {
            reader.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPictureIsSeenOnceAndHasATableBehindIt(Language language) {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, language.name(), "index.html");
            for (String section : List.of("balance", "gaps", "valueadded", "lead", "satisfaction", "flows", "impact")) {
                assertTrue(page.locator("#" + section + " figure").count() > 0, section + " has a picture");
            }
            for (Locator figure : page.locator("figure").all()) {
                String name = figure.locator("figcaption").textContent();
                Locator seen = figure.locator("svg:visible");
                assertEquals(1, seen.count(), name);
                assertEquals(name, seen.getAttribute("aria-label"));
                assertTrue(seen.locator("path, circle, rect, line, polygon").count() >= FEWEST_MARKS, name);
                figure.locator("summary").click();
                assertTrue(figure.locator("tbody tr").count() > 0, name + " has no table behind it");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsFetchedAndNothingFails(Language language) {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, language.name(), "index.html");
            useEverything(page);
            assertEquals(List.of(), reader.errors());
            String beside = reader.report(language.name());
            assertEquals(
                    Set.of(beside + "index.html", beside + "report.css", beside + "report.js"),
                    Set.copyOf(reader.requests()),
                    "the page, its style and its script, and nothing else");
        }
    }

    @Test
    void hostileNamesStayText() {
        try (BrowserContext context = reader.context(1280)) {
            for (String file : List.of("index.html", "about/schools-valueadded.html", "about/rules.html")) {
                Page page = reader.open(context, "ZH", file);
                String title = page.title();
                useEverything(page);
                page.locator("details").all().forEach(d -> d.evaluate("d => d.open = true"));
                assertEquals(title, page.title(), "no script of a name has run");
                assertFalse(title.contains("broken"));
                assertEquals(
                        0,
                        page.locator("main img, main b, main i, [onerror], [onmouseover]")
                                .count());
            }
            Page schools = reader.open(context, "ZH", "about/schools-valueadded.html");
            for (String name : FixtureRun.HOSTILE) {
                schools.locator("input[type=search]").first().fill(name);
                assertTrue(schools.locator("tbody tr").count() > 0, name);
                assertTrue(schools.locator("tbody").textContent().contains(name), name);
            }
        }
    }

    @Test
    void aCountyIsFoundByKeyboardAndItsPageOpened() {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, "EN", "index.html");
            Locator tests = page.locator("#balance .scroll").filter(new Locator.FilterOptions().setHasText("530103"));
            assertTrue(tests.textContent().contains("would pass only after rounding"), tests.textContent());
            page.locator("#balance input[type=search]").first().focus();
            page.keyboard().type("530110");
            assertEquals(
                    2,
                    page.locator("#balance .scroll:has-text('530110') tbody tr").count(),
                    "two stages");
            page.locator("#balance .scroll a").first().focus();
            page.keyboard().press("Enter");
            assertEquals("第10县", page.locator("h1").textContent());
            page.goBack();
            assertTrue(page.url().endsWith("index.html"));
        }
    }

    @Test
    void thePictureOfValueAddedCountsWhoCannotBeTold() {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, "EN", "index.html");
            Locator figure = page.locator("#valueadded figure")
                    .filter(new Locator.FilterOptions().setHasText("junior-2024"))
                    .nth(1);
            String expected = SourceCheck.evaluate(
                    folder.resolve("EN"),
                    "count(measures; metric_id=valueadded.school; model_id=junior-2024; facet=score:math; ci_low<=0; ci_high>=0)");
            figure.locator("summary").click();
            assertEquals(expected, figure.locator("tbody td.number").nth(1).textContent());
        }
    }

    @ParameterizedTest
    @CsvSource({"ZH,1280", "ZH,390", "EN,1280", "EN,390"})
    void isReadableWide(String language, int width) {
        try (BrowserContext context = reader.context(width)) {
            Page page = reader.open(context, language, "index.html");
            Reader.fits(page, language + "-" + width);
        }
    }

    @Test
    void anEmptyRunOpensWithoutError() {
        try (BrowserContext context = reader.context(1280)) {
            reader.open(context, "empty", "index.html");
            assertEquals(List.of(), reader.errors());
        }
    }

    /** Sorts by every column, chooses every verdict, turns every page. */
    private static void useEverything(Page page) {
        for (String used : List.of("button.sort", "button.after", "button.before")) {
            page.locator(used).all().forEach(button -> button.dispatchEvent("click"));
        }
        for (Locator select : page.locator("select").all()) {
            for (int i = select.locator("option").count() - 1; i >= 0; i--) {
                select.selectOption(new SelectOption().setIndex(i));
            }
        }
    }
}
