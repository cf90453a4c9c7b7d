package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static Chromium chromium;
    private static final List<String> requests = new ArrayList<>();
    private static final List<String> errors = new ArrayList<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        for (Language language : Language.values()) {
            Report.write(FixtureRun.small(folder.resolve(language.name())), language);
        }
        Report.write(FixtureRun.empty(folder.resolve("empty")), Language.ZH);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyDeclaredChartIsDrawn(Language language) {
        try (BrowserContext context = context(1280)) {
            Page page = open(context, language.name());
            List<Locator> charts = page.locator("[data-chart]").all();
            assertEquals(10, charts.size());
            for (Locator chart : charts) {
                String name = chart.getAttribute("data-chart");
                int marks = chart.locator("svg path").count();
                assertTrue(marks >= FEWEST_MARKS, name + " has " + marks + " marks");
                assertTrue(chart.locator("svg").boundingBox().height > 200, name);
                chart.locator("summary").click();
                assertTrue(chart.locator("tbody tr").count() > 0, name + " has no table behind it");
                assertNotEquals("", chart.locator("[role=img]").getAttribute("aria-label"), name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsFetchedAndNothingFails(Language language) {
        try (BrowserContext context = context(1280)) {
            Page page = open(context, language.name());
            changeEveryChoice(page);
            assertEquals(List.of(), errors);
            String beside =
                    folder.resolve(language.name()).resolve("report").toUri().toString();
            assertEquals(
                    Set.of(beside + "index.html", beside + "report.css", beside + "report.js"),
                    Set.copyOf(requests),
                    "the page, its style and its script, and nothing else");
        }
    }

    @Test
    void hostileNamesStayText() {
        try (BrowserContext context = context(1280)) {
            Page page = open(context, "ZH");
            String title = page.title();
            changeEveryChoice(page);
            page.locator("details").all().forEach(d -> d.evaluate("d => d.open = true"));
            page.locator("#chart-lead").hover();
            assertEquals(title, page.title(), "no script of a name has run");
            assertFalse(title.contains("broken"));
            assertEquals(0, page.locator("main img").count());
            assertEquals(0, page.locator("main b").count());
            for (String name : FixtureRun.HOSTILE) {
                assertTrue(page.locator("#table-valueadded").textContent().contains(name), name);
            }
        }
    }

    @Test
    void choosingACountyAndFindingOneWorksByKeyboard() {
        try (BrowserContext context = context(1280)) {
            Page page = open(context, "EN");
            page.locator("#choose-county").selectOption(new SelectOption().setIndex(2));
            assertTrue(page.locator("#say-balance").textContent().startsWith("第3县"));
            assertTrue(page.locator("#table-balance-PRIMARY").textContent().contains("would pass only after rounding"));
            page.locator("#find-county").focus();
            page.keyboard().type("530110");
            assertEquals(1, page.locator("#table-balance-all tbody tr").count());
            page.locator("#table-balance-all button").focus();
            page.keyboard().press("Enter");
            assertTrue(page.locator("#say-balance").textContent().startsWith("第10县"));
        }
    }

    @Test
    void theHeadOfTheValueAddedChartCountsWhoCannotBeTold() {
        try (BrowserContext context = context(1280)) {
            Page page = open(context, "EN");
            page.locator("#choose-fit").selectOption(new SelectOption().setIndex(1));
            String expected = SourceCheck.evaluate(
                    folder.resolve("EN"),
                    "count(measures; metric_id=valueadded.school; model_id=junior-2024; facet=score:math; ci_low<=0; ci_high>=0)");
            assertTrue(
                    page.locator("#say-valueadded").textContent().contains(expected + " cannot be told from average"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ZH,1280", "ZH,390", "EN,1280", "EN,390"})
    void isReadableWide(String language, int width) {
        try (BrowserContext context = context(width)) {
            Page page = open(context, language);
            int overflow = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertTrue(overflow <= 0, "the page is " + overflow + " px wider than the screen");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/report-" + language + "-" + width + ".png")));
        }
    }

    @Test
    void anEmptyRunOpensWithoutError() {
        try (BrowserContext context = context(1280)) {
            open(context, "empty");
            assertEquals(List.of(), errors);
        }
    }

    private static void changeEveryChoice(Page page) {
        for (Locator select : page.locator("select").all()) {
            int options = select.locator("option").count();
            for (int i = options - 1; i >= 0; i--) {
                select.selectOption(new SelectOption().setIndex(i));
            }
        }
    }

    private static BrowserContext context(int width) {
        return chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
    }

    private static Page open(BrowserContext context, String run) {
        requests.clear();
        errors.clear();
        Page page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text());
            }
        });
        page.navigate(folder.resolve(run).resolve("report/index.html").toUri().toString());
        return page;
    }
}
