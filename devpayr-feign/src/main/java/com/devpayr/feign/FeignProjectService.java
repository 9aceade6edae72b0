package com.devpayr.feign;

import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;

/** {@link ProjectService} with the annotations of Feign. */
interface FeignProjectService extends ProjectService {
    @Override
    @RequestLine("GET /projects")
    Page<Project> list(@QueryMap PageRequest page);

    @Override
    @RequestLine(value = "GET /project/{project}", decodeSlash = false)
    Project get(@Param("project") long projectId);

    @Override
    @RequestLine("POST /project")
    Project create(ProjectDraft draft);

    @Override
    @RequestLine(value = "PATCH /project/{project}", decodeSlash = false)
    Project update(@Param("project") long projectId, ProjectUpdate update);

    @Override
    @RequestLine(value = "DELETE /project/{project}", decodeSlash = false)
    void delete(@Param("project") long projectId);
}
