package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junheng.jobs.config.Audience;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counties of very many schools with large clusters: no page is heavy, no row is lost, and each picture says how many of how many schools it draws. */
class GreatCountyTest {
    private static final Pattern FIGURE = Pattern.compile("(?s)<figure.*?</figure>");
    private static final Pattern WIDE = Pattern.compile("(?s)<div class=\"wide\">(.*?)</div>");
    private static final Pattern ALL =
            Pattern.compile("(\\d+) schools, from low to high; 0 = overall mean( \\((\\d+) of (\\d+) are drawn\\))?<");
    private static final Pattern OWN = Pattern.compile("schools of this \\w+( \\((\\d+) of (\\d+) are drawn\\))?<");
    private static final Pattern MOVED = Pattern.compile("<a href=\"([^\"]*)\">The (\\d+) rows of this part");
    private static final Pattern SCHOOL = Pattern.compile("school/(\\d+)[.]html");
    private static final Pattern COUNTED = Pattern.compile("<tr><td>schools of this \\w+</td>(.*?)</tr>");

    @TempDir
    Path run;

    @Test
    void countiesOf400SchoolsAreLight() throws IOException {
        isLight(Audience.SCHOOL, 400, 70, 3);
    }

    @Test
    @Tag("long")
    void countiesOf3000SchoolsAreLight() throws IOException {
        isLight(Audience.SCHOOL, 3_000, 200, 1);
    }

    @Test
    @Tag("long")
    void countiesOf3000SchoolsWithManyModelsAreLight() throws IOException {
        isLight(Audience.BUREAU, 3_000, 200, 12);
    }

    @Test
    void anOverviewOfManyEffectsIsLightAndSaysWhereTheirEstimatesAre() throws IOException {
        FixtureRun.small(run);
        SummaryTables tables = SummaryTables.of(run, Audience.BUREAU, List.of());
        Display display = Display.of(tables, Wording.in(Language.EN));
        LightPages pages =
                new LightPages(TemplateEngine.createPrecompiled(null, ContentType.Html, Report.class.getClassLoader()));
        Page few = pages.overview(Page.of(tables, display, SubjectCharts.of(tables, display)));
        ImpactCard drawn = few.impact().get(0);
        Grid estimates = drawn.estimates();
        int rows = 40;
        ImpactCard card = new ImpactCard(
                drawn.title(),
                drawn.readings(),
                new Grid(
                        estimates.heads(),
                        Collections.nCopies(rows, estimates.rows().get(0)),
                        0));
        assertEquals(few, pages.overview(few));
        Page many = pages.overview(few.withImpact(Collections.nCopies(130, card)));
        String html = new String(pages.html("report.jte", Map.of("page", many)).toByteArray(), StandardCharsets.UTF_8);
        assertTrue(html.length() < LightPages.MOST, html.length() + " bytes");
        assertEquals(
                130,
                all(Pattern.compile("cut here; " + rows + " more rows are in summary.xlsx"), html)
                        .size());
        assertEquals(
                130, all(Pattern.compile("<strong>1.25 \\[0.5, 2\\]"), html).size());
    }

    private void isLight(Audience audience, int schools, int members, int models) throws IOException {
        FixtureRun.greatCounties(run, schools, members, models);
        Report.write(run, SummaryTables.of(run, audience, List.of()), Language.EN);
        assertEquals(List.of(), ReportTest.heavy(run));
        List<String> counties = pages("county");
        assertEquals(
                2 * 2 * models,
                drawn(counties, 2 * (schools - 1), schools - 1),
                "pictures of value-added of two counties");
        assertEquals(2 * 2 * models, drawn(pages("cluster"), 2 * (schools - 1), members - 1), "of two clusters");
        assertEquals(
                audience == Audience.SCHOOL ? 2 * schools : 0,
                counties.stream().flatMap(GreatCountyTest::schools).distinct().count(),
                "schools that can be reached");
        moved("county");
        moved("cluster");
    }

    private static Stream<String> schools(String page) {
        try {
            return Stream.concat(Stream.of(page), PageTables.linksThatFollow(page).stream())
                    .flatMap(text -> all(SCHOOL, text).stream())
                    .map(school -> school.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many caterpillars there are; each says how many schools it draws, draws so many, and counts all. */
    private static int drawn(List<String> pages, int schools, int own) {
        int found = 0;
        for (MatchResult figure :
                pages.stream().flatMap(p -> all(FIGURE, p).stream()).toList()) {
            List<MatchResult> said = all(ALL, figure.group());
            if (!said.isEmpty()) {
                found++;
                String wide = all(WIDE, figure.group()).get(0).group(1);
                assertEquals(schools, number(said.get(0), 1));
                int shown = said.get(0).group(2) == null ? schools : number(said.get(0), 3);
                assertTrue(shown < 300, shown + " schools in a picture");
                assertEquals(
                        shown, all(Pattern.compile("M[\\d.]+,[\\d.]+h0"), wide).size(), "dots");
                marked(figure.group(), wide, own);
            }
        }
        return found;
    }

    private static void marked(String figure, String wide, int own) {
        int marks = all(Pattern.compile("M[\\d.]+,[\\d.]+V[\\d.]+(?=[^\"]*\" fill=\"none\" stroke=\"#dbe6f2\")"), wide)
                .size();
        List<MatchResult> said = all(OWN, wide);
        assertEquals(1, said.size(), "a key of those that are meant");
        assertEquals(marks, said.get(0).group(1) == null ? own : number(said.get(0), 2));
        assertTrue(
                said.get(0).group(1) == null || number(said.get(0), 3) == own,
                said.get(0).group());
        int counted =
                all(
                                Pattern.compile("\\d+"),
                                all(COUNTED, figure).get(0).group(1).replaceAll("<[^>]*>", " "))
                        .stream()
                        .mapToInt(n -> Integer.parseInt(n.group()))
                        .sum();
        assertEquals(own, counted, "counted over all");
    }

    /** Where a page says that the rows of a part stand elsewhere, they do. */
    private void moved(String kind) throws IOException {
        for (String page : pages(kind)) {
            for (MatchResult moved : all(MOVED, page)) {
                String to = Files.readString(run.resolve("report/" + kind).resolve(moved.group(1)));
                int left = all(Pattern.compile("cut here; (\\d+) more"), to).stream()
                        .mapToInt(n -> number(n, 1))
                        .sum();
                int carried = all(Pattern.compile("class=\"more\">\\{\"n\":(\\d+)"), to).stream()
                        .mapToInt(n -> number(n, 1))
                        .sum();
                int written = all(Pattern.compile("<tr[ >]"), to).size() - 1;
                assertEquals(number(moved, 2), written + carried + left, moved.group(1));
            }
        }
    }

    private List<String> pages(String kind) throws IOException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(run.resolve("report/" + kind))) {
            for (Path file : files.sorted().toList()) {
                pages.add(Files.readString(file));
            }
        }
        return pages;
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
