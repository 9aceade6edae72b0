package com.devpayr.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The names of the fields of an enum on the command line, such as {@code redirect-url}.
 *
 * @param <E> the enum
 */
abstract class FieldNames<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
    private final List<E> fields;

    FieldNames(Class<E> type) {
        this.fields = Arrays.asList(type.getEnumConstants());
    }

    @Override
    public E convert(String text) {
        return fields.stream()
                .filter(field -> name(field).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("use one of "
                        + String.join(
                                ", ", fields.stream().map(FieldNames::name).toList())));
    }

    @Override
    public Iterator<String> iterator() {
        return fields.stream().map(FieldNames::name).iterator();
    }

    private static String name(Enum<?> field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fields of a project. */
    static final class OfProject extends FieldNames<ProjectCommands.Update.Clearable> {
        OfProject() {
            super(ProjectCommands.Update.Clearable.class);
        }
    }

    /** The fields of a license. */
    static final class OfLicense extends FieldNames<LicenseCommands.Update.Clearable> {
        OfLicense() {
            super(LicenseCommands.Update.Clearable.class);
        }
    }

    /** The limits of a license. */
    static final class OfLimits extends FieldNames<LicenseCommands.Create.Limit> {
        OfLimits() {
            super(LicenseCommands.Create.Limit.class);
        }
    }

    /** The fields of an injectable. */
    static final class OfInjectable extends FieldNames<InjectableCommands.Update.Clearable> {
        OfInjectable() {
            super(InjectableCommands.Update.Clearable.class);
        }
    }
}
