# Rscript hot-spots.R FOLDER: reads FOLDER/cells.csv (column, row, value; 200 m cells), writes FOLDER/z.csv and prints the
# processor seconds of each step.
suppressMessages(suppressWarnings(library(spdep)))
folder <- commandArgs(trailingOnly = TRUE)[1]
cells <- read.csv(file.path(folder, "cells.csv"))
at <- cbind(cells$column, cells$row) * 200

seconds <- function(name, step, times = 1) {
  spent <- system.time(for (i in seq_len(times)) result <- step())
  cat(name, sum(spent[1:2]) / times, "\n")
  invisible(result)
}

queen <- seconds("queen_lists", function() dnearneigh(at, 0, 290))
alone <- nb2listw(queen, style = "B", zero.policy = TRUE)
whole <- seconds("queen_weights", function() nb2listw(include.self(queen), style = "B"))
kilometre <- nb2listw(include.self(seconds("kilometre_lists", function() dnearneigh(at, 0, 1000))), style = "B")

star <- seconds("star_queen", function() localG(cells$value, whole), 10)
far <- seconds("star_kilometre", function() localG(cells$value, kilometre), 10)
moran <- seconds("local_moran", function() localmoran(cells$value, alone, zero.policy = TRUE), 10)
drawn <- seconds("permutations", function() localmoran_perm(cells$value, alone, 999, zero.policy = TRUE, iseed = 1))

write.csv(
  data.frame(
    star = as.numeric(star), far = as.numeric(far), moran = moran[, "Z.Ii"],
    sim = drawn[, "Pr(z != E(Ii)) Sim"]
  ),
  file.path(folder, "z.csv"), row.names = FALSE
)
