package org.junheng.jobs.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Writes rows straight into a Parquet file that Spark reads: nothing stays in memory, and no plan carries the rows. */
public final class ParquetRows implements Closeable {
    private static final long ROW_GROUP = 32L << 20;

    /** Columns whose cells rarely repeat: no dictionaries are made of them, nor of figures. */
    private static final Set<String> UNLIKE = Set.of("pupil_id", "response_id");

    private final ParquetWriter<@Nullable Object[]> writer;

    private ParquetRows(Path file, StructType struct, CompressionCodecName codec) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Builder builder = new Builder(new LocalOutputFile(file), struct);
        for (StructField field : struct.fields()) {
            if (field.dataType().equals(DataTypes.DoubleType) || UNLIKE.contains(field.name())) {
                builder.withDictionaryEncoding(field.name(), false);
            }
        }
        this.writer = builder.withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(codec)
                .withStatisticsEnabled(false)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }

    /** A file that does not outlive the run. */
    static ParquetRows passing(Path file, StructType struct) throws IOException {
        return new ParquetRows(file, struct, CompressionCodecName.UNCOMPRESSED);
    }

    /** A file that is published. */
    public static ParquetRows lasting(Path file, StructType struct) throws IOException {
        return new ParquetRows(file, struct, CompressionCodecName.SNAPPY);
    }

    public void add(@Nullable Object[] row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
        private final StructType struct;

        Builder(OutputFile file, StructType struct) {
            super(file);
            this.struct = struct;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, though nothing calls it
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration conf) {
            return new Support(struct);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration conf) {
            return new Support(struct);
        }
    }

    private static final class Support extends WriteSupport<@Nullable Object[]> {
        private final StructField[] fields;
        private final @Nullable Object[] lastText;
        private final Binary[] lastBytes;
        private @Nullable RecordConsumer out;

        Support(StructType struct) {
            this.fields = struct.fields();
            this.lastText = new @Nullable Object[fields.length];
            this.lastBytes = new Binary[fields.length];
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, though nothing calls it
        public WriteContext init(Configuration conf) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return context();
        }

        private WriteContext context() {
            Types.MessageTypeBuilder message = Types.buildMessage();
            for (StructField field : fields) {
                message.addField(column(field));
            }
            return new WriteContext(message.named("row"), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(@Nullable Object[] row) {
            RecordConsumer consumer = Objects.requireNonNull(out);
            consumer.startMessage();
            for (int i = 0; i < fields.length; i++) {
                Object value = row[i];
                if (value != null) {
                    consumer.startField(fields[i].name(), i);
                    add(consumer, i, value);
                    consumer.endField(fields[i].name(), i);
                }
            }
            consumer.endMessage();
        }

        private void add(RecordConsumer consumer, int i, Object value) {
            if (value instanceof String text) {
                consumer.addBinary(bytes(i, text));
            } else if (value instanceof Integer number) {
                consumer.addInteger(number);
            } else if (value instanceof Long number) {
                consumer.addLong(number);
            } else if (value instanceof Double number) {
                consumer.addDouble(number);
            } else if (value instanceof Boolean flag) {
                consumer.addBoolean(flag);
            } else {
                consumer.addInteger((int) ((LocalDate) value).toEpochDay());
            }
        }

        /** Neighbouring rows often hold the same text. */
        private Binary bytes(int i, String text) {
            if (!text.equals(lastText[i])) {
                lastText[i] = text;
                lastBytes[i] = Binary.fromString(text);
            }
            return lastBytes[i];
        }

        private static Type column(StructField field) {
            DataType type = field.dataType();
            if (type.equals(DataTypes.StringType)) {
                return Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.name());
            } else if (type.equals(DataTypes.DateType)) {
                return Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(field.name());
            }
            return Types.optional(primitive(type)).named(field.name());
        }

        private static PrimitiveTypeName primitive(DataType type) {
            if (type.equals(DataTypes.IntegerType)) {
                return PrimitiveTypeName.INT32;
            } else if (type.equals(DataTypes.LongType)) {
                return PrimitiveTypeName.INT64;
            }
            return type.equals(DataTypes.BooleanType) ? PrimitiveTypeName.BOOLEAN : PrimitiveTypeName.DOUBLE;
        }
    }
}
