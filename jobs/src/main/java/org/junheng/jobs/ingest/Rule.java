package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.metric.Words;

/** A kind of fault in delivered data, one code each. Severity, sentence and fix of every code stand in {@code rules.csv}. */
public enum Rule {
    FILE_ABSENT("F01"),
    FILE_EMPTY("F02"),
    NO_ROW("F03"),
    FILE_CUT("F04"),
    FOLDER_EMPTY("F05"),
    FILE_TWICE("F06"),
    WRONG_CONTENT("F07"),
    HIDDEN_NAME("F08"),
    UNREADABLE("F09"),
    OPTIONAL_WITHOUT_ROW("F10"),
    NOT_READ("F11"),
    BOMB("F12"),
    FOLDER_INSIDE("F13"),
    SHEET_HIDDEN("F14"),
    CHARSET_ASSUMED("E01"),
    BAD_BYTE("E02"),
    FULL_WIDTH("E03"),
    INVISIBLE("E04"),
    CONTROL_CHARACTER("E05"),
    REPLACEMENT_CHARACTER("E06"),
    CHARSET_CONTRADICTED("E07"),
    ROW_LENGTH("S01"),
    OPEN_QUOTE("S02"),
    LINE_BREAK("S03"),
    OTHER_SEPARATOR("S04"),
    TITLE_ROW("S05"),
    TOTAL_ROW("S06"),
    HEADER_AGAIN("S07"),
    FORMULA("S08"),
    ENDLESS_CELL("S09"),
    TAB("S10"),
    SUB_ITEM_ROW("S11"),
    FORMULA_VALUE("S12"),
    NOTE_ROW("S13"),
    MERGED_CELL("S14"),
    KEY_COLUMN_ABSENT("H01"),
    VALUE_COLUMNS_ABSENT("H02"),
    COLUMN_MISSPELT("H03"),
    COLUMN_TWICE("H04"),
    COLUMNS_UNKNOWN("H05"),
    NO_HEADER("H06"),
    PERSONAL_COLUMNS("H07"),
    TABLE_ABSENT("H08"),
    COLUMN_UNNAMED("H09"),
    MAPPED_COLUMN_ABSENT("H10"),
    COLUMNS_DROPPED("H11"),
    FROM_FILE_NAME("H12"),
    SHEET_ABSENT("H13"),
    FILE_NAME_CONTRADICTED("H14"),
    FROM_HEAD_LINES("H15"),
    SIDEWAYS("H16"),
    SEVERAL_FIGURES("H17"),
    SUBJECTS_BESIDE("H18"),
    NOT_A_NUMBER("V01"),
    THOUSANDS("V02"),
    PERCENT("V03"),
    NOT_FINITE("V04"),
    READ_AS_MISSING("V05"),
    OUT_OF_RANGE("V06"),
    NOT_WHOLE("V07"),
    UNIT_JUMP("V08"),
    DATE_READ("V09"),
    DATE_AMBIGUOUS("V10"),
    FLAG_SPELLINGS("V11"),
    SCIENTIFIC_CODE("V12"),
    KEY_EMPTY("V13"),
    UNKNOWN_WORD("V14"),
    NOT_A_DATE("V15"),
    NOT_A_YEAR("V16"),
    UNIT_DECLARED("V17"),
    VALUE_MAPPED("V18"),
    CELL_ERROR("V19"),
    FORMULA_WITHOUT_VALUE("V20"),
    WORD_READ("V21"),
    SCHOOL_YEAR_READ("V22"),
    UNIT_IMPLAUSIBLE("V23"),
    NAMES_ALIKE("V24"),
    IDENTITY_NUMBER("V25"),
    CODE_WITH_DECIMALS("V26"),
    ROW_TWICE("K01"),
    ROWS_IN_CONFLICT("K02"),
    UNKNOWN_CODE("K03"),
    NO_LEAD("K04"),
    TWO_LEADS("K05"),
    SPAN_INSIDE("K06"),
    LEFT_BEFORE_JOINED("K07"),
    JOINED_BEFORE_OPENING("K08"),
    ABOVE_FULL_MARK("K09"),
    COUNTS_CONTRADICT("K10"),
    STAGE_AGAINST_TYPE("K11"),
    PART_ABOVE_WHOLE("K12"),
    TWO_CLUSTERS("K13"),
    SPANS_OVERLAP("K14"),
    SUPERSEDED("K15"),
    RECORDED_LATER("K16"),
    TAKEN_BACK("K17"),
    PARENT_UNKNOWN("K18"),
    CLOSED_BEFORE_OPENED("K19"),
    COUNTY_RESTATED("K20"),
    NAME_TWICE("K21"),
    SPLIT_UNASSIGNED("K22"),
    COUNTY_GONE("K23"),
    CYCLE_BEFORE_START("K24"),
    YEAR_ABSENT("Y01"),
    COVARIATE_ABSENT("Y02"),
    GATE("G01"),
    ACCOUNT("G02"),
    WAIVED("G03"),
    TABLE_SHRANK("G04"),
    TABLE_HALVED("G05"),
    YEAR_SHRANK("G06"),
    RANDOM_KEY("P01");

    /** What follows from a fault. */
    public enum Severity {
        /** The delivery is refused. */
        REFUSE,
        /** The row leaves. */
        QUARANTINE,
        /** The official is told; every row is used. */
        TELL
    }

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return Severity.valueOf(text("severity"));
    }

    /** Whether a row leaves for no fault: it is not what was last known, or no row of data at all. Such rows the gate does not count. */
    boolean isHarmless() {
        return switch (this) {
            case SUPERSEDED, RECORDED_LATER, TAKEN_BACK, TOTAL_ROW, SUB_ITEM_ROW, HEADER_AGAIN, NOTE_ROW -> true;
            default -> false;
        };
    }

    /** Whether somebody may sign for it: a judgement, not what cannot be read. */
    boolean isWaivable() {
        return text("waivable").equals("yes");
    }

    /** What is wrong. */
    public Words what(String detail) {
        return new Words(text("zh").replace("{0}", detail), text("en").replace("{0}", detail));
    }

    /** What to do. */
    public Words fix() {
        return new Words(text("zh_fix"), text("en_fix"));
    }

    private String text(String column) {
        CSVRecord texts = Texts.BY_CODE.get(code);
        return Objects.requireNonNull(texts, code).get(column);
    }

    private static final class Texts {
        static final Map<String, CSVRecord> BY_CODE = read();

        private static Map<String, CSVRecord> read() {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            try (Reader in = new InputStreamReader(
                    Objects.requireNonNull(Rule.class.getResourceAsStream("rules.csv")), StandardCharsets.UTF_8)) {
                Map<String, CSVRecord> texts = new HashMap<>();
                format.parse(in).forEach(r -> texts.put(r.get("code"), r));
                return texts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
