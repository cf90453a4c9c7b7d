package org.junheng.jobs.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Refusal;

/** The rows of a Parquet file as text: its column names are row 1, its checksums are looked at. */
final class ParquetSheet implements SheetSource {
    private final SourceFile file;
    private final ParquetReader<Group> reader;
    private final List<Type> fields;
    private long last;

    private ParquetSheet(SourceFile file, ParquetReader<Group> reader, List<Type> fields) {
        this.file = file;
        this.reader = reader;
        this.fields = fields;
    }

    static SheetSource open(SourceFile file) {
        try {
            InputFile input = new LocalInputFile(file.path());
            GroupType type;
            try (ParquetFileReader footer = ParquetFileReader.open(input)) {
                type = footer.getFileMetaData().getSchema();
            }
            if (type.getFields().stream().anyMatch(f -> !f.isPrimitive() || f.isRepetition(Type.Repetition.REPEATED))) {
                throw Fault.of(Rule.WRONG_CONTENT, file.shown(), "Parquet of nested columns")
                        .refusal();
            }
            return new ParquetSheet(file, new Builder(input).withPageChecks().build(), type.getFields());
        } catch (IOException e) {
            throw Sheets.refusal(file, e);
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(file);
        }
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(InputFile input) {
            super(input, new PlainParquetConfiguration());
        }

        Builder withPageChecks() {
            usePageChecksumVerification();
            return this;
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    @Override
    public @Nullable RawRow next() {
        last++;
        if (last == 1) {
            return new RawRow(last, fields.stream().map(Type::getName).toList());
        }
        try {
            Group group = reader.read();
            return group == null ? null : new RawRow(last, cells(group));
        } catch (IOException | RuntimeException e) {
            // the library says in many ways that bytes are not what they should be
            throw damaged(file);
        }
    }

    private static Refusal damaged(SourceFile file) {
        return Fault.of(Rule.FILE_CUT, file.shown(), "").refusal();
    }

    private List<String> cells(Group group) {
        List<String> cells = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            cells.add(
                    group.getFieldRepetitionCount(i) == 0
                            ? ""
                            : text(group, i, fields.get(i).asPrimitiveType()));
        }
        return cells;
    }

    private static String text(Group group, int i, PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(group.getInteger(i, 0)).toString();
        } else if (meaning instanceof TimestampLogicalTypeAnnotation stamp) {
            return moment(group.getLong(i, 0), stamp.getUnit());
        } else if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(unscaled(group, i, type), decimal.getScale()).toPlainString();
        }
        return switch (type.getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY -> group.getBinary(i, 0).toStringUsingUTF8();
            default -> plain(group.getValueToString(i, 0));
        };
    }

    /** {@code 2023.0} is 2023: whole numbers come as fractions where a column had gaps. */
    private static String plain(String value) {
        return value.matches("-?[0-9]+\\.0") ? value.substring(0, value.length() - 2) : value;
    }

    private static BigInteger unscaled(Group group, int i, PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(group.getInteger(i, 0));
            case INT64 -> BigInteger.valueOf(group.getLong(i, 0));
            default -> new BigInteger(group.getBinary(i, 0).getBytes());
        };
    }

    private static String moment(long count, TimeUnit unit) {
        long perSecond =
                switch (unit) {
                    case MILLIS -> 1_000L;
                    case MICROS -> 1_000_000L;
                    case NANOS -> 1_000_000_000L;
                };
        Instant second = Instant.ofEpochSecond(Math.floorDiv(count, perSecond));
        return second.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
