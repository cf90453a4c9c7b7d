package org.junheng.jobs.ingest;

import static org.junheng.jobs.ingest.DeliveredFiles.account;
import static org.junheng.jobs.ingest.DeliveredFiles.column;
import static org.junheng.jobs.ingest.DeliveredFiles.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junheng.jobs.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics forms, county sheets and wide score sheets, written by another program as bureaus send them. */
class FormsTest {
    private static final String[] FORM = {
        "指标名称|代码|计|其中：危房",
        "甲|乙|1|2",
        "一、校舍建筑面积|01|5200|-",
        "（一）教学及辅助用房面积|02|3000.5|-",
        "  #普通教室|03|2000|-",
        "  室内体育用房面积|04|400|-",
        "二、运动场地面积|05|6000|*",
        "三、教学仪器设备资产值(元)|06|1234500|*",
        "网络多媒体教室间数|07|12|*",
        "计算机台数|08|-|*",
        "图书册数|09|25,000|*",
        "填表人：张三|||"
    };

    @TempDir
    Path folder;

    private DeliveredFiles files;

    @BeforeEach
    void delivery() {
        files = new DeliveredFiles(folder);
    }

    @Test
    void indicatorsStandInRowsAndEverySheetIsOneSchool() {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            form(book, "云岭一小", "学校(机构)标识码：S1　　学校名称：云岭一小|||单位：平方米");
            form(book, "云岭二中", "学校(机构)标识码|S2|学校名称|云岭二中");
            write(book, "data/2023学年校舍.xlsx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Delivery delivery = files.input("facilities", "data/2023学年校舍.xlsx").read();
        assertEquals("2 2 0", account(delivery, "facilities"), said(delivery));
        assertEquals("S1 S2", column(delivery, "facilities", "school_code"));
        assertEquals("2023 2023", column(delivery, "facilities", "year"));
        assertEquals("3000.5 3000.5", column(delivery, "facilities", "teaching_auxiliary_area_m2"));
        assertEquals("6000.0 6000.0", column(delivery, "facilities", "sports_ground_area_m2"));
        assertEquals("123.45 123.45", column(delivery, "facilities", "equipment_value_10k_yuan"));
        assertEquals("null null", column(delivery, "facilities", "computers"));
        assertEquals("25000 25000", column(delivery, "facilities", "books"));
        assertTrue(
                said(delivery)
                        .contains("V02 data/2023学年校舍.xlsx#云岭二中, row 13, column books: \"25,000\" - was read without"),
                said(delivery));
        assertFalse(said(delivery).contains("张三"), said(delivery));
    }

    @Test
    void headingsOfAnExportedCountySheetBelongToThoseBelow() {
        files.with(
                "staff",
                "云岭县教师情况,,,,,,,,",
                "学校代码,学年,学段,在校生数,专任教师,,,,备注",
                ",,,合计,合计,#按学历分,,#按授课课程分,",
                ",,,,,本科,专科,艺术,",
                "S1,2023,小学,120,10,6,3,2,无");
        Delivery delivery = files.read();
        assertEquals("1 1 0", account(delivery, "staff"), said(delivery));
        assertEquals("120", column(delivery, "staff", "pupil_count"));
        assertEquals("10.0", column(delivery, "staff", "full_time_teacher_count"));
        assertEquals("6.0", column(delivery, "staff", "bachelor_teachers"));
        assertTrue(said(delivery).contains("专任教师 > #按学历分 > 专科"), said(delivery));
    }

    @Test
    void formsOfOneSchoolAreOneRow() {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            String[][] forms = {
                {"校舍", "学校代码：S1", "指标名称|计", "教学及辅助用房面积|3000", "运动场地面积|6000"},
                {"设备", "学校代码：S1", "指标名称|数量", "计算机台数|80", "图书册数|x"},
                {"设备 二中", "学校代码：S2", "指标名称|数量", "计算机台数|81", "图书册数|9"}
            };
            for (String[] form : forms) {
                Sheet sheet = book.createSheet(form[0]);
                for (int r = 1; r < form.length; r++) {
                    row(sheet, r - 1, form[r]);
                }
            }
            write(book, "data/2023学年.xlsx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Delivery delivery = files.input("facilities", "data/2023学年.xlsx").read();
        assertEquals("2 1 1", account(delivery, "facilities"), said(delivery));
        assertTrue(
                said(delivery).contains("V01 data/2023学年.xlsx#校舍+设备, row 4, column books: \"x\" - is not a number"),
                said(delivery));
        assertEquals("81", column(delivery, "facilities", "computers"));
    }

    private static void form(XSSFWorkbook book, String name, String head) {
        Sheet sheet = book.createSheet(name);
        row(sheet, 0, "中小学校校舍情况（基础基512）");
        row(sheet, 1, head);
        for (int r = 0; r < FORM.length; r++) {
            row(sheet, r + 2, FORM[r]);
        }
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
    }

    @Test
    void aTableOnItsSideHasASchoolInEveryColumn() {
        Delivery delivery = sheet(
                "staff",
                "云岭县小学教师情况（2023学年）",
                "指标|单位|云岭一小|云岭二小|合计",
                "学校代码||S1|S9|",
                "在校生数|人|120|130|250",
                "专任教师|人|||",
                "#本科|人|6|x|12");
        assertEquals("3 1 2", account(delivery, "staff"), said(delivery));
        assertEquals("6.0", column(delivery, "staff", "bachelor_teachers"));
        assertEquals("PRIMARY", column(delivery, "staff", "stage"));
        assertEquals("2023", column(delivery, "staff", "year"));
    }

    @Test
    void aFormWithSeveralColumnsOfFiguresIsNotGuessed() {
        Delivery delivery = sheet("facilities", "学校代码：S1|2023学年|", "指标|上报|核定", "计算机台数|8|9", "图书册数|100|200");
        assertTrue(
                said(delivery)
                        .contains(
                                "H17 data/facilities.xlsx: the form is about one school and has several columns of figures: 上报, 核定"),
                said(delivery));
    }

    @Test
    void stagesInRowsAreNamedByTheEvaluation() {
        String input = "{path: data/staff.xlsx, columns: {stage: 指标名称, full_time_teacher_count: 合计,"
                + " pe_teachers: 体育与健康, arts_teachers_total: 艺术}}";
        Delivery delivery = sheet(
                "staff",
                input,
                "专任教师分课程情况（基础基4155）",
                "学校(机构)标识码：S3|||2023学年",
                "指标名称|代码|合计|女|语文|数学|体育与健康|艺术",
                "甲|乙|1|2|3|4|5|6",
                "小学|01|20|15|6|5|2|2",
                "  其中：女|02|15|15|5|4|1|2",
                "初中|03|18|9|4|4|1|1",
                "合计|04|38|24|10|9|3|3");
        assertEquals("4 2 2", account(delivery, "staff"), said(delivery));
        assertEquals("PRIMARY JUNIOR", column(delivery, "staff", "stage"));
        assertEquals("20.0 18.0", column(delivery, "staff", "full_time_teacher_count"));
        assertEquals("2.0 1.0", column(delivery, "staff", "arts_teachers_total"));
    }

    private Delivery sheet(String table, String... rows) {
        boolean mapped = rows[0].startsWith("{");
        String path = "data/" + table + ".xlsx";
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Sheet1");
            for (int r = mapped ? 1 : 0; r < rows.length; r++) {
                row(sheet, r - (mapped ? 1 : 0), rows[r]);
            }
            write(book, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.with("schools", "school_code,year,school_type", "S1,2023,PRIMARY", "S2,2023,JUNIOR", "S3,2023,NINE_YEAR");
        return files.input(table, mapped ? rows[0] : path).read();
    }

    private static void row(Sheet sheet, int at, String cells) {
        Row row = sheet.createRow(at);
        String[] texts = cells.split("\\|", -1);
        for (int c = 0; c < texts.length; c++) {
            if (texts[c].matches("[0-9]+(\\.[0-9]+)?")) {
                row.createCell(c).setCellValue(Double.parseDouble(texts[c]));
            } else if (!texts[c].isEmpty()) {
                row.createCell(c).setCellValue(texts[c]);
            }
        }
    }

    private void write(XSSFWorkbook book, String path) throws IOException {
        Files.createDirectories(files.place(path).getParent());
        try (OutputStream out = Files.newOutputStream(files.place(path))) {
            book.write(out);
        }
    }

    @Test
    void scoresBesideEachOtherAreRowsOfTheirSubjects() {
        files.file("data/scores.csv", """
                        云岭县期末成绩,,,,,,
                        学籍号,姓名,学校代码,语文,数学成绩,英语,总分
                        G1,张某,S1,80,缺考,90,170
                        G2,李某,S1,70,88,x,158
                        """).input("pupil_scores", """
                        {path: data/scores.csv, drop: [姓名], columns: {pupil_id: 学籍号, year: {constant: 2023}, grade: {constant: 6},
                            score: {columns: {语文: 语文, 数学成绩: math, 英语: English}, by: subject}}}""");
        Delivery delivery = files.read();
        assertEquals("6 5 1", account(delivery, "pupil_scores"), said(delivery));
        assertEquals("math math english chinese chinese", column(delivery, "pupil_scores", "subject"));
        assertEquals("null 88.0 90.0 80.0 70.0", column(delivery, "pupil_scores", "score"));
        assertTrue(said(delivery).contains("V01 data/scores.csv#英语, row 4, column score"), said(delivery));
        assertFalse(said(delivery).contains("李某"), said(delivery));
    }

    @Test
    void aWideTableSaysWhichKeyItsHeadingsAre() {
        files.input("school_scores", "{path: d.csv, columns: {mean_score: {columns: [语文], by: school_name}}}");
        Refusal refusal = assertThrows(Refusal.class, files::check);
        assertTrue(
                refusal.sentences().get(0).en().contains("by: \"school_name\""),
                refusal.sentences().toString());
    }
}
