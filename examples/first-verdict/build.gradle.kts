plugins {
    application
}

repositories {
    mavenLocal { // until 0.1.0 is published
        content { includeGroup("com.devpayr") }
    }
    mavenCentral()
}

dependencies {
    implementation(platform("com.devpayr:devpayr-bom:0.1.0-SNAPSHOT"))
    implementation("com.devpayr:devpayr-retrofit")
}

tasks.withType<JavaCompile> {
    options.release.set(17)
}

application {
    mainClass.set("com.example.FirstVerdict")
}
