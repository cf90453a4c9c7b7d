package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junheng.jobs.config.Audience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of areas, clusters and schools in a browser, as a reader meets them. */
class DossierInBrowserTest {
    private static final Map<String, String> PAGES = Map.of(
            "province", "province/530000.html",
            "county", "county/530101.html",
            "cluster", "cluster/C0.html",
            "school", "school/0153000002.html");

    private static Reader reader;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        reader = new Reader(folder);
        for (Language language : Language.values()) {
            Path run = FixtureRun.small(folder.resolve(language.name()));
            Report.write(run, SummaryTables.of(run, Audience.SCHOOL, List.of()), language);
        }
    }

    @AfterAll
    static void stop() {
        if (reader != null) {
            reader.close();
        }
    }

    @Test
    void theWayLeadsFromTheProvinceToASchoolAndBack() {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, "EN", "province/530000.html");
            click(page, "#related a", "第1县");
            assertEquals("第1县", page.locator("h1").textContent());
            click(page, "#related a", FixtureRun.HOSTILE.get(2));
            click(page, "#schools a", FixtureRun.HOSTILE.get(1));
            assertEquals(FixtureRun.HOSTILE.get(1), page.locator("h1").textContent());
            click(page, ".beside a", FixtureRun.HOSTILE.get(2) + " →");
            click(page, ".path a", "第1县");
            click(page, ".beside a", "<i>青</i>山县 →");
            click(page, ".path a", "云岭省");
            click(page, ".path a", "Overview");
            assertTrue(page.url().endsWith("/index.html"), page.url());
            assertEquals(List.of(), reader.errors());
        }
    }

    @Test
    void aTableIsSearchedSortedAndNarrowed() {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, "EN", "county/530101.html");
            Locator verdicts = page.locator("#verdicts-0");
            Locator rows = verdicts.locator("tbody tr");
            int all = rows.count();
            verdicts.locator("input[type=search]").fill("junior");
            int junior = rows.count();
            assertTrue(junior > 0 && junior < all, junior + " of " + all);
            verdicts.locator("input[type=search]").fill("");
            verdicts.locator("select").selectOption(new SelectOption().setValue("FAIL"));
            assertEquals(rows.count(), verdicts.locator("td.FAIL").count());
            assertTrue(rows.count() > 0 && rows.count() < all);
            verdicts.locator("select").selectOption(new SelectOption().setIndex(0));
            Locator figure = verdicts.locator("th", new Locator.LocatorOptions().setHasText("Figure"))
                    .locator("button");
            figure.focus();
            page.keyboard().press("Enter");
            List<Double> upwards = numbers(verdicts);
            assertEquals(upwards.stream().sorted().toList(), upwards);
            page.keyboard().press("Enter");
            assertEquals("descending", verdicts.locator("th[aria-sort]").getAttribute("aria-sort"));
            assertEquals(upwards.get(upwards.size() - 1), numbers(verdicts).get(0));
        }
    }

    private static List<Double> numbers(Locator table) {
        return table.locator("td.number").allTextContents().stream()
                .filter(shown -> !shown.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void aLongTableIsTurnedPageByPageAndNoRowIsLost() {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, "EN", "county/530101.html");
            Locator part = page.locator("section:has(.turn:not([hidden]))").first();
            int told = Integer.parseInt(part.locator(".told").textContent().replaceAll("\\D", ""));
            int met = part.locator("tbody tr").count();
            Locator next = part.locator("button.after");
            while (next.isEnabled()) {
                next.click();
                met += part.locator("tbody tr").count();
            }
            assertEquals(told, met);
            assertTrue(told > 25, told + " rows");
        }
    }

    @Test
    void theKeyOfANumberIsReachedByKeyboardAndNamesThePublishedRow() {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, "EN", "county/530101.html");
            page.locator("section > .scroll:has(tr[data-key*='{y}'])").first().focus();
            page.keyboard().press("Enter");
            page.keyboard().press("ArrowRight");
            String shown = page.locator("td:focus").textContent();
            page.keyboard().press("Enter");
            String key = page.locator("aside.key input").inputValue();
            assertEquals(shown, Numbers.figure(published(key.substring(1, key.length() - 1))));
            page.keyboard().press("Escape");
            assertTrue(page.locator("aside.key").isHidden());
        }
    }

    /** The number of the row of {@code measures} that a key names. */
    private static double published(String key) {
        List<String> columns = List.of(
                "metric_id",
                "model_id",
                "subject_type",
                "subject_id",
                "year",
                "base_year",
                "stage",
                "grade",
                "facet",
                "grouping");
        List<String> cells = List.of(key.split("\\|", -1));
        List<Double> found = new ArrayList<>();
        PublishedTable.of(folder.resolve("EN"), "measures").forEach(line -> {
            if (columns.stream().map(line::text).toList().equals(cells)) {
                found.add(line.number("value"));
            }
        });
        assertEquals(1, found.size(), key);
        return found.get(0);
    }

    @ParameterizedTest
    @CsvSource({"ZH,1280", "ZH,390", "EN,1280", "EN,390"})
    void everyKindOfPageIsReadableWide(String language, int width) {
        PAGES.forEach((kind, file) -> {
            try (BrowserContext context = reader.context(width)) {
                Page page = reader.open(context, language, file);
                assertTrue(page.locator("figure svg:visible").count() > 0, file + " has pictures");
                assertEquals(
                        page.locator("figure").count(),
                        page.locator("figure svg:visible").count(),
                        "one format of each picture is seen");
                Reader.fits(page, kind + "-" + language + "-" + width);
                assertEquals(List.of(), reader.errors());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "county", "cluster", "school"})
    void nothingIsFetchedAndNamesStayText(String kind) {
        try (BrowserContext context = reader.context(1280)) {
            Page page = reader.open(context, "ZH", PAGES.get(kind));
            String title = page.title();
            page.locator("details").all().forEach(d -> d.evaluate("d => d.open = true"));
            page.locator("button.sort").all().forEach(sort -> sort.dispatchEvent("click"));
            page.locator("td.number").all().stream().limit(5).forEach(cell -> cell.dispatchEvent("click"));
            assertEquals(title, page.title(), "no script of a name has run");
            assertFalse(page.locator("[onmouseover], [onerror], main img, main b, main i")
                            .count()
                    > 0);
            String report = reader.report("ZH");
            assertEquals(3, reader.requests().size(), reader.requests().toString());
            assertTrue(
                    reader.requests().stream().allMatch(request -> request.startsWith(report)),
                    reader.requests().toString());
            assertEquals(List.of(), reader.errors());
        }
    }

    private static void click(Page page, String selector, String words) {
        page.locator(selector)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }
}
