package com.devpayr.spring;

import com.devpayr.error.ConfigurationException;
import java.io.FileNotFoundException;
import org.springframework.util.ResourceUtils;

/** The location of a file in a property: a path, or a {@code file:} URL, since Spring's properties for resources accept both. */
final class FileLocation {
    private FileLocation() {}

    /**
     * Returns the path.
     *
     * @throws ConfigurationException if the location is another URL
     */
    static String path(String property, String location) {
        if (!ResourceUtils.isUrl(location)) {
            return location;
        }
        try {
            return ResourceUtils.getFile(location).getPath();
        } catch (FileNotFoundException notAFile) {
            throw new ConfigurationException(
                    property, "is '" + location + "'; it must be a path or a URL that starts with file:", notAFile);
        }
    }
}
