package com.devpayr.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds the types in source files, and those without Javadoc. */
final class Documentation extends TreePathScanner<@Nullable Void, Boolean> {
    private final Trees trees;
    private final List<String> types = new ArrayList<>();
    private final List<String> undocumented = new ArrayList<>();

    private Documentation(Trees trees) {
        this.trees = trees;
    }

    static Documentation of(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            Documentation documentation = new Documentation(Trees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                documentation.scan(unit, true);
            }
            return documentation;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> types() {
        return types;
    }

    List<String> undocumented() {
        return undocumented;
    }

    /** Requires Javadoc for top-level types and public nested types. */
    @Override
    public @Nullable Void visitClass(ClassTree type, Boolean outermost) {
        boolean named = outermost || type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        if (named) {
            String name = getCurrentPath().getCompilationUnit().getPackageName() + "." + type.getSimpleName();
            types.add(name);
            if (trees.getDocComment(getCurrentPath()) == null) {
                undocumented.add(name);
            }
        }
        return super.visitClass(type, false);
    }
}
