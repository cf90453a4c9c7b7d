package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junheng.jobs.config.Audience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of counties and clusters: every link leads somewhere, every figure is one that was published, names stay text. */
class DossierTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^#\"]+)(?:#[^\"]*)?\"");

    @TempDir
    static Path run;

    private static Path report;

    @BeforeAll
    static void write() throws IOException {
        Path csv = Files.createDirectories(run.resolve("csv"));
        Files.writeString(csv.resolve("metrics.csv"), """
                metric_id,name_zh,name_en,dimension
                gap.cv,差异系数,coefficient of variation,gap
                gap.gini,基尼,Gini,gap
                rotation.share,轮岗,rotation,radiation
                """);
        Files.writeString(csv.resolve("subjects.csv"), """
                subject_type,subject_id,name,county_code,prefecture_code,province_code
                cluster,../C 1,<b>一中集团</b>,530102,5301,530000
                county,530102,五华区,530102,5301,530000
                school,M1,<i>成员小学</i>,530102,5301,530000
                school,Z9,牵头小学,530102,5301,530000
                prefecture,5301,昆明市,,5301,530000
                province,530000,云南省,,,530000
                """);
        Files.writeString(csv.resolve("measures.csv"), """
                metric_id,model_id,subject_type,subject_id,year,base_year,stage,grade,facet,grouping,value,unit,ci_low,ci_high,status,reason
                gap.cv,,county,530102,2023,,PRIMARY,,R2,,0.512345678,ratio,,,OK,
                gap.cv,,county,530102,2024,,PRIMARY,,R2,,0.4,ratio,0.35,0.45,LOW_EVIDENCE,学校少 | few schools
                gap.cv,,county,530102,2024,,JUNIOR,,R2,,,ratio,,,NOT_ASSESSED,缺表 | no table
                gap.gini,,county,530102,2024,,PRIMARY,,R2,,0.3,ratio,,,OK,
                resource.shortfall,,county,530102,2023,,PRIMARY,,R2,,99,teachers,,,OK,
                resource.shortfall,,county,530102,2024,,PRIMARY,,R2,,12.34,teachers,,,OK,
                resource.shortfall,,county,530102,2024,,JUNIOR,,R2,,0,teachers,,,OK,
                valueadded.school,m,school,M1,2024,,,9,score:math,,1.5,score,0.5,2.5,OK,
                valueadded.school,m,school,M2,2024,,,9,score:math,,9.5,score,,,OK,
                satisfaction.rate,,school,M1,2023,,,,survey:PARENT,,0.4,share,,,OK,
                satisfaction.rate,,school,M1,2024,,,,survey:PARENT,,0.75,share,,,OK,
                count.schools,,prefecture,5301,2024,,,,,,7,schools,,,OK,
                rotation.share,,cluster,../C 1,2024,,,,,,0.125,ratio,,,OK,
                """);
        Files.writeString(csv.resolve("judgements.csv"), """
                rule_id,subject_type,subject_id,year,stage,facet,value,operator,standard,verdict,shortfall,shortfall_unit,document,reason,policy,severity
                R-CV,county,530102,2023,PRIMARY,R2,0.512345678,<=,0.5,FAIL,,,教督〔2017〕6号,,national-2017,ERROR
                R-CV,county,530102,2024,PRIMARY,R2,0.4,<=,0.5,PASS,,,教督〔2017〕6号,,national-2017,ERROR
                SD-01,county,530102,2024,,,,<=,0.15,NOT_ASSESSED,,,山东,没有 gap.cv PRIMARY | no gap.cv PRIMARY,shandong-2020,WARNING
                """);
        Files.writeString(csv.resolve("cluster_schools.csv"), """
                cluster_id,school_code,joined_on,left_on,role
                ../C 1,M1,2022-09-01,2024-09-01,MEMBER
                ../C 1,Z9,2021-09-01,,LEAD
                """);
        Files.writeString(csv.resolve("stock_flows.csv"), """
                county_code,year,unit,opening,newly_built,upgraded,graduated,moved_in,downgraded,closed,merged,moved_out,enrolment_change,reclassified,closing,definition,status,reason
                530102,2024,SCHOOLS,5,1,0,2,0,0,0,0,0,0,0,8,OFFICIAL,OK,
                """);
        Report.write(run, Language.EN);
        report = run.resolve("report");
    }

    private static String page(String file) throws IOException {
        return Files.readString(report.resolve(file));
    }

    @Test
    void aCountyShowsItsFiguresYearByYearAndTheVerdictsOfTheLastYear() throws IOException {
        String page = page("county/530102.html");
        assertTrue(page.contains("<td class=\"number\">0.5123</td>"), page);
        assertTrue(page.contains("<td class=\"number\">0.4 [0.35, 0.45] ※</td>"), page);
        assertTrue(page.contains("coefficient of variation: few schools"), page);
        assertTrue(page.contains("coefficient of variation: no table"), page);
        assertTrue(page.contains("<td class=\"PASS\">"), page);
        assertFalse(page.contains("class=\"FAIL\""), page);
        assertFalse(page.contains("Gini"), page);
    }

    @Test
    void verdictsStandByPolicyAndWhatCouldNotBeJudgedSaysWhy() throws IOException {
        String page = page("county/530102.html");
        int second = page.indexOf("<section id=\"verdicts-1\"");
        assertTrue(page.indexOf("<section id=\"verdicts-0\"") < second, page);
        assertTrue(page.indexOf("Shandong 2020 Verdicts of 2024", second) > 0, page);
        assertTrue(page.indexOf("no coefficient of variation Primary", second) > 0, page);
        assertTrue(page("index.html").contains("<a href=\"county/530102.html#verdicts-1\">Not assessed 1</a>"));
    }

    @Test
    void policiesStandInTheOrderOfTheEvaluation(@TempDir Path other) throws IOException {
        copy(other);
        Report.write(
                other,
                SummaryTables.of(other, Audience.BUREAU, List.of("books/shandong-2020.csv", "national-2017")),
                Language.EN);
        String page = Files.readString(other.resolve("report/county/530102.html"));
        assertTrue(page.indexOf("Shandong 2020 Verdicts") < page.indexOf("National standard 2017 Verdicts"), page);
        String index = Files.readString(other.resolve("report/index.html"));
        assertTrue(index.contains("<a href=\"county/530102.html#verdicts-0\">Not assessed 1</a>"), index);
    }

    @Test
    void columnsThatSayNothingAreNotShown() throws IOException {
        String page = page("county/530102.html");
        String verdicts =
                page.substring(page.indexOf("<section id=\"verdicts-0\""), page.indexOf("<section id=\"verdicts-1\""));
        assertTrue(verdicts.contains(">Standard</th>"), verdicts);
        assertFalse(verdicts.contains(">Lacking</th>") || verdicts.contains(">Reason</th>"), verdicts);
    }

    @Test
    void aCountyHasItsPicturesEachWithATableBehindIt() throws IOException {
        String page = page("county/530102.html");
        assertTrue(page.contains("<svg"), page);
        assertEquals(
                page.split("<figure", -1).length,
                page.split("<details><summary>The numbers behind", -1).length,
                "a table behind each picture: " + page);
    }

    @Test
    void everyRowOfFiguresCarriesTheKeyOfItsNumbers() throws IOException {
        String page = page("county/530102.html");
        assertTrue(page.contains("data-subject=\"county|530102\""), page);
        assertTrue(page.contains("<tr data-key=\"gap.cv||{s}|{y}||PRIMARY||R2|\">"), page);
        assertTrue(page.contains("<tr data-key=\"resource.shortfall||{s}|2024||PRIMARY||R2|\">"), page);
        assertTrue(
                page("cluster/_2e_2e_2fC_201.html")
                        .contains("data-key=\"satisfaction.rate||school|M1|2024||||survey:PARENT|\""),
                page);
    }

    @Test
    void aCountyShowsWhatItLacksInThingsAndTheAccountOfItsQualitySchools() throws IOException {
        String page = page("county/530102.html");
        String ledger = page.substring(
                page.indexOf("<section id=\"ledger\""),
                page.indexOf("</section>", page.indexOf("<section id=\"ledger\"")));
        assertTrue(ledger.contains("<td class=\"number\">12.3</td><td>teachers</td>"), ledger);
        assertEquals(2, ledger.split("<tr", -1).length - 1, "the head, and what is lacking in the last year");
        assertTrue(page.contains("opening + newly built"), page);
    }

    @Test
    void aPageLeadsUpAndDown() throws IOException {
        assertTrue(page("prefecture/5301.html").contains("href=\"../county/530102.html\""));
        assertTrue(page("county/530102.html").contains("href=\"../prefecture/5301.html\""));
        assertTrue(page("county/530102.html").contains("href=\"../cluster/_2e_2e_2fC_201.html\""));
    }

    @Test
    void everyLinkLeadsToAPage() throws IOException {
        try (Stream<Path> all = Files.walk(report)) {
            List<Path> pages =
                    all.filter(file -> file.toString().endsWith(".html")).toList();
            assertEquals(6, pages.size());
            for (Path page : pages) {
                Matcher link = LINK.matcher(Files.readString(page));
                while (link.find()) {
                    assertTrue(Files.isRegularFile(page.resolveSibling(link.group(1))), link.group(1));
                }
            }
        }
        assertTrue(page("index.html").contains("href=\"county/530102.html\""));
    }

    @Test
    void namesAndCodesStayTextAndFilesStayBelowTheReport() throws IOException {
        String page = page("cluster/_2e_2e_2fC_201.html");
        assertTrue(page.contains("&lt;b>一中集团&lt;/b>") || page.contains("&lt;b&gt;一中集团&lt;/b&gt;"), page);
        assertEquals(
                2, page.split("<script", -1).length - 1, "the script of all pages, its words, and no other: " + page);
        assertTrue(page.contains("<td class=\"number\">0.125</td>"), page);
    }

    @Test
    void aClusterShowsItsSchoolsSideBySideTheLeadFirst() throws IOException {
        String page = page("cluster/_2e_2e_2fC_201.html");
        assertTrue(page.indexOf("牵头小学") < page.indexOf("成员小学"), page);
        assertTrue(page.contains("<td>member</td><td>2022-09-01</td><td>2024-09-01</td>"), page);
        assertTrue(
                page.contains("Of 1 results of value-added, 0 cannot be told from average")
                        && page.contains(">1.5 [0.5, 2.5]</td>")
                        && page.contains("(2024)</th>")
                        && page.contains(">0.75</td>"),
                page);
        String schools = page.substring(
                page.indexOf("<section id=\"schools\""),
                page.indexOf("</section>", page.indexOf("<section id=\"schools\"")));
        assertFalse(schools.contains("0.4 (2023)") || schools.contains("9.5") || page.contains("<i>"), page);
    }

    private static void copy(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("csv"));
        try (Stream<Path> tables = Files.list(run.resolve("csv"))) {
            for (Path table : tables.toList()) {
                Files.copy(table, folder.resolve("csv").resolve(table.getFileName()));
            }
        }
    }

    @Test
    void thePublicMeetsNoSchoolAndSchoolsHaveTheirOwnPage(@TempDir Path other) throws IOException {
        for (Audience audience : Audience.values()) {
            Path folder = other.resolve(audience.name());
            copy(folder);
            Report.write(folder, SummaryTables.of(folder, audience, List.of()), Language.EN);
            boolean named =
                    Files.readString(folder.resolve("report/index.html")).contains("成员小学")
                            || Files.readString(folder.resolve("report/cluster/_2e_2e_2fC_201.html"))
                                    .contains("成员小学");
            assertEquals(audience != Audience.PUBLIC, named, audience.name());
            assertEquals(audience == Audience.SCHOOL, Files.exists(folder.resolve("report/school/M1.html")));
        }
        String cluster = Files.readString(other.resolve("SCHOOL/report/cluster/_2e_2e_2fC_201.html"));
        assertTrue(cluster.contains("href=\"../school/M1.html\""), cluster);
    }
}
